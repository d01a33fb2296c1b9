import { useCallback, useEffect, useRef, useState } from 'react'
import { Boundary } from '../store/Boundary'
import { useLoaded } from '../store/useLoaded'
import { EditorNotice } from './EditorNotice'
import { firstReportOrLonger } from './firstReportOrLonger'
import { PlainEditor } from './PlainEditor'
import './editor.css'

type Loaded = typeof import('./MonacoEditor')

const loadMonaco = async (): Promise<Loaded> => {
  await firstReportOrLonger()
  return import('./MonacoEditor')
}

type Props = {
  /** Called when Monaco has taken over: what the page may need later can be loaded now. */
  readonly onReady: () => void
}

/**
 * A plain text area at first; Monaco replaces it when it has loaded, and keeps text, cursor, scroll position and focus.
 * When Monaco cannot be loaded, or fails at any time, the plain one is there.
 */
export const EditorPane = ({ onReady }: Props) => {
  const plain = useRef<HTMLTextAreaElement>(null)
  const { value: loaded, hasFailed, retry } = useLoaded(loadMonaco)
  const [isReady, setReady] = useState(false)
  /** What the error says that Monaco ended with. */
  const [failure, setFailure] = useState<string>()

  const takeOver = useCallback((): void => {
    setReady(true)
    onReady()
  }, [onReady])

  const giveUp = useCallback((detail: string): void => {
    setFailure(detail)
    setReady(false)
  }, [])

  return (
    <>
      {hasFailed && (
        <EditorNotice onRetry={retry}>
          The full editor could not be loaded. The plain one works too: the report is the same.
        </EditorNotice>
      )}
      {failure !== undefined && (
        <EditorNotice onRetry={() => setFailure(undefined)}>
          The full editor failed and was closed ({failure}). Your text is here; the steps to undo are not.
        </EditorNotice>
      )}
      <div className="editor">
        {loaded && failure === undefined && (
          <Boundary renderFailure={(detail) => <GiveUp detail={detail} onGiveUp={giveUp} />}>
            <loaded.MonacoEditor plain={plain} onReady={takeOver} onFailure={giveUp} />
          </Boundary>
        )}
        {!isReady && <PlainEditor area={plain} takesOver={failure !== undefined} />}
      </div>
    </>
  )
}

type GiveUpProps = { readonly detail: string; readonly onGiveUp: (detail: string) => void }

/** Nothing to see: it tells that Monaco threw while it was drawn. */
const GiveUp = ({ detail, onGiveUp }: GiveUpProps) => {
  useEffect(() => onGiveUp(detail), [detail, onGiveUp])
  return undefined
}
