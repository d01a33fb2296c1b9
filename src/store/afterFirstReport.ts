import { afterPaint } from './afterPaint'
import { store, type State } from './store'

/** Resolves when the first report, or that there is none, has been painted. */
export const afterFirstReport = async (): Promise<void> => {
  await new Promise<void>((resolve) => {
    const isThere = ({ report, failure }: State): boolean => Boolean(report ?? failure)
    if (isThere(store.getState())) return resolve()
    const stop = store.subscribe((state) => {
      if (!isThere(state)) return
      stop()
      resolve()
    })
  })
  await afterPaint()
}
