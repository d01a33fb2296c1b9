import { useEffect, useState } from 'react'
import { closeFixes, tell } from '../store/actions'
import { useApp } from '../store/store'

type Dialog = typeof import('./FixDialog').FixDialog

/** The window for many fixes, which is loaded when it is wanted. */
export const FixWindow = () => {
  const scope = useApp((state) => state.fixing)
  const [loaded, setLoaded] = useState<{ readonly Dialog: Dialog }>()
  const isWanted = scope !== undefined
  useEffect(() => {
    if (!isWanted) return
    import('./FixDialog').then(
      ({ FixDialog }) => setLoaded({ Dialog: FixDialog }),
      () => {
        closeFixes()
        tell('The window for fixes could not be loaded. Try again when the network is back.')
      },
    )
  }, [isWanted])
  return scope && loaded && <loaded.Dialog scope={scope} />
}
