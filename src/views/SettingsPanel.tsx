import { useRef, useState } from 'react'
import { useLoaded } from '../store/useLoaded'
import { Popover } from './Popover'

const loadForm = () => import('./SettingsForm')
const loadLicences = () => import('./Licences')

/** The button for the settings. What it opens is loaded when it is first used. */
export const SettingsPanel = () => {
  const panel = useRef<HTMLDivElement>(null)
  const [wasOpened, setOpened] = useState(false)
  const [showsLicences, setShowsLicences] = useState(false)
  const form = useLoaded(wasOpened ? loadForm : undefined)
  const licences = useLoaded(showsLicences ? loadLicences : undefined)

  const showLicences = (): void => {
    panel.current?.hidePopover()
    setShowsLicences(true)
  }

  return (
    <>
      <Popover label="Settings" className="settings" panel={panel} onOpen={() => setOpened(true)}>
        {form.hasFailed && <p>The settings could not be loaded. Check the connection and reload the page.</p>}
        {form.value && <form.value.SettingsForm />}
        <hr />
        <button className="link" type="button" onClick={showLicences}>
          Third-party licences
        </button>
      </Popover>
      {showsLicences && licences.value && <licences.value.Licences onClose={() => setShowsLicences(false)} />}
    </>
  )
}
