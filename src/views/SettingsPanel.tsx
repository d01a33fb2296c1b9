import { useRef, useState } from 'react'
import { useLoaded } from '../store/useLoaded'
import { Guarded } from './Guarded'
import { LoadFailure } from './LoadFailure'
import { Popover } from './Popover'

const loadForm = () => import('./SettingsForm')

/** The button for the settings. What it opens is loaded when it is first used. */
export const SettingsPanel = () => {
  const panel = useRef<HTMLDivElement>(null)
  const [wasOpened, setOpened] = useState(false)
  const form = useLoaded(wasOpened ? loadForm : undefined)
  return (
    <Popover label="Settings" className="settings" panel={panel} onOpen={() => setOpened(true)}>
      {form.hasFailed && <LoadFailure part="The settings" onRetry={form.retry} />}
      {form.value && (
        <Guarded part="The form of the settings">
          <form.value.SettingsForm onDone={() => panel.current?.hidePopover()} />
        </Guarded>
      )}
    </Popover>
  )
}
