import { useEffect, useRef, useState } from 'react'
import { painted } from '../store/painted'
import { store, type State } from '../store/store'
import { PlainEditor } from './PlainEditor'
import './editor.css'

type Full = typeof import('./MonacoEditor').MonacoEditor

/** Monaco weighs five times what the first report needs: it is fetched once the first report stands, or after this long. */
const longestWait = 1_500

const firstAnswer = (): Promise<void> =>
  new Promise((resolve) => {
    const isThere = ({ report, failure }: State): boolean => Boolean(report ?? failure)
    if (isThere(store.getState())) return resolve()
    const stop = store.subscribe((state) => {
      if (!isThere(state)) return
      stop()
      resolve()
    })
  })

const after = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

type Props = {
  /** Called when the full editor has taken over: what the page may need later can be fetched now. */
  readonly onReady: () => void
}

/** A plain text area at once; the full editor takes its place, with text, caret, scroll and focus, when it is there. */
export const EditorPane = ({ onReady }: Props) => {
  const plain = useRef<HTMLTextAreaElement>(null)
  const [Full, setFull] = useState<{ readonly Editor: Full }>()
  const [isReady, setReady] = useState(false)

  useEffect(() => {
    let isGone = false
    const load = async (): Promise<void> => {
      await Promise.race([firstAnswer().then(painted), after(longestWait)])
      if (isGone) return
      const { MonacoEditor } = await import('./MonacoEditor')
      if (!isGone) setFull({ Editor: MonacoEditor })
    }
    load().catch(() =>
      store.setState({
        notice: 'The full editor could not be loaded. The plain one works just as well for the report.',
      }),
    )
    return () => {
      isGone = true
    }
  }, [])

  const takenOver = (): void => {
    setReady(true)
    onReady()
  }

  return (
    <div className="editor">
      {Full && <Full.Editor plain={plain} onReady={takenOver} />}
      {!isReady && <PlainEditor area={plain} />}
    </div>
  )
}
