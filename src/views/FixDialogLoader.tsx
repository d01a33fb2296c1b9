import { useEffect } from 'react'
import { closeFixes, notify } from '../store/actions'
import { useApp } from '../store/store'
import { useLoaded } from '../store/useLoaded'

const loadDialog = () => import('./FixDialog')

/** The dialog for many fixes, loaded when it is first opened. */
export const FixDialogLoader = () => {
  const scope = useApp((state) => state.fixScope)
  const { value: loaded, hasFailed } = useLoaded(scope && loadDialog)
  useEffect(() => {
    if (!hasFailed) return
    closeFixes()
    notify('The dialog for fixes could not be loaded. Check the connection and try again.')
  }, [hasFailed])
  return scope && loaded && <loaded.FixDialog scope={scope} />
}
