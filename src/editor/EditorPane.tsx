import { useCallback, useEffect, useRef, useState } from 'react'
import { Boundary } from '../store/Boundary'
import { useFullEditor } from '../store/fullEditor'
import { useLoaded } from '../store/useLoaded'
import { EditorChoice } from './EditorChoice'
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
  /** Called when Monaco has taken over, or need not be loaded: what the page may need later can be loaded now. */
  readonly onReady: () => void
}

/**
 * A plain text area at first; Monaco replaces it when it has loaded, and keeps text, cursor, scroll position and focus.
 * When Monaco cannot be loaded, or fails at any time, the plain one is there. On touch screens it stays until somebody asks
 * for the full editor.
 */
export const EditorPane = ({ onReady }: Props) => {
  const plain = useRef<HTMLTextAreaElement>(null)
  const isWanted = useFullEditor()
  const { value: loaded, hasFailed, retry } = useLoaded(isWanted ? loadMonaco : undefined)
  /** Whether Monaco has ever taken over: then the plain editor takes the place of another. */
  const [wasReady, setWasReady] = useState(false)
  const [isReady, setReady] = useState(false)
  /** What the error says that Monaco ended with. */
  const [failure, setFailure] = useState<string>()

  // The next time it is asked for, it begins anew.
  if (!isWanted && (isReady || failure !== undefined)) {
    setReady(false)
    setFailure(undefined)
  }

  useEffect(() => {
    if (!isWanted) void firstReportOrLonger().then(onReady)
  }, [isWanted, onReady])

  const takeOver = useCallback((): void => {
    setReady(true)
    setWasReady(true)
    onReady()
  }, [onReady])

  const giveUp = useCallback((detail: string): void => {
    setFailure(detail)
    setReady(false)
  }, [])

  return (
    <>
      {isWanted && hasFailed && (
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
        {isWanted && loaded && failure === undefined && (
          <Boundary renderFailure={(detail) => <GiveUp detail={detail} onGiveUp={giveUp} />}>
            <loaded.MonacoEditor plain={plain} onReady={takeOver} onFailure={giveUp} />
          </Boundary>
        )}
        {!isReady && <PlainEditor area={plain} takesOver={failure !== undefined || wasReady} />}
      </div>
      <EditorChoice isLoading={isWanted && !isReady && !hasFailed && failure === undefined} />
    </>
  )
}

type GiveUpProps = { readonly detail: string; readonly onGiveUp: (detail: string) => void }

/** Nothing to see: it tells that Monaco threw while it was drawn. */
const GiveUp = ({ detail, onGiveUp }: GiveUpProps) => {
  useEffect(() => onGiveUp(detail), [detail, onGiveUp])
  return undefined
}
