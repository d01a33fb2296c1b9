import { useCallback, useEffect, useRef, useState } from 'react'
import { notify } from '../store/actions'
import { afterPaint } from '../store/afterPaint'
import { store, type State } from '../store/store'
import { useLoaded } from '../store/useLoaded'
import { PlainEditor } from './PlainEditor'
import './editor.css'

type Loaded = typeof import('./MonacoEditor')

/** Monaco is five times as large as the rest: it is loaded after the first report, or after this long, in milliseconds. */
const longestWait = 1_500

const firstReport = (): Promise<void> =>
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

const loadMonaco = async (): Promise<Loaded> => {
  await Promise.race([firstReport().then(afterPaint), after(longestWait)])
  return import('./MonacoEditor')
}

type Props = {
  /** Called when Monaco has taken over: what the page may need later can be loaded now. */
  readonly onReady: () => void
}

/** A plain text area at first; Monaco replaces it when it has loaded, and keeps text, cursor, scroll position and focus. */
export const EditorPane = ({ onReady }: Props) => {
  const plain = useRef<HTMLTextAreaElement>(null)
  const { value: loaded, hasFailed } = useLoaded(loadMonaco)
  const [isReady, setReady] = useState(false)

  useEffect(() => {
    if (hasFailed)
      notify('The full editor could not be loaded. The plain one works too: the report is the same.')
  }, [hasFailed])

  const takeOver = useCallback((): void => {
    setReady(true)
    onReady()
  }, [onReady])

  return (
    <div className="editor">
      {loaded && <loaded.MonacoEditor plain={plain} onReady={takeOver} />}
      {!isReady && <PlainEditor area={plain} />}
    </div>
  )
}
