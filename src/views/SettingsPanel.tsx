import { useId, useRef, useState } from 'react'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { changeSettings, silenceCheck } from '../store/actions'
import { checkTitle } from '../store/checkTitles'
import { useApp } from '../store/store'
import { schemaFiles } from './fileKinds'
import { Popover } from './Popover'
import { ThirdParty } from './ThirdParty'
import { useFilePicker } from './useFilePicker'
import './settings.css'

export const SettingsPanel = () => {
  const panel = useRef<HTMLDivElement>(null)
  const picker = useFilePicker(schemaFiles)
  const [isThirdPartyOpen, setThirdPartyOpen] = useState(false)

  const showThirdParty = (): void => {
    panel.current?.hidePopover()
    setThirdPartyOpen(true)
  }

  return (
    <>
      <Popover label="Settings" className="settings" panel={panel}>
        <h2>Validation</h2>
        <Switch
          name="strict"
          label="Strict"
          about="Refuse fields the API does not know, and keys that stand twice"
        />
        <Switch
          name="ignoreMissingSchemas"
          label="Pass over kinds without a schema"
          about="If not, each of them is an error"
        />
        <Kinds name="skipKinds" label="Skip kinds" placeholder="Secret, apps/v1/Deployment" />
        <Kinds name="rejectKinds" label="Reject kinds" placeholder="Pod" />
        <AcceptedChecks />
        <h2>Schemas for other kinds</h2>
        <p className="muted">
          A CustomResourceDefinition in the text is the schema for its own resources. For others, add JSON
          Schemas, as you would give them to kubeconform.
        </p>
        <SchemaFiles />
        <button className="push-button" type="button" onClick={picker.open}>
          Add JSON Schemas…
        </button>
        <hr />
        <button className="link" type="button" onClick={showThirdParty}>
          Software and schemas of others
        </button>
      </Popover>
      {picker.input}
      {isThirdPartyOpen && <ThirdParty onClose={() => setThirdPartyOpen(false)} />}
    </>
  )
}

/** The checks whose findings are accepted everywhere; it says nothing as long as there are none. */
const AcceptedChecks = () => {
  const silenced = useApp((state) => state.settings.ignoredChecks)
  if (silenced.length === 0) return undefined
  return (
    <>
      <h2>Accepted everywhere</h2>
      <ul className="schema-files" aria-label="Accepted checks">
        {silenced.map((check) => (
          <li key={check}>
            <span>{checkTitle(check)}</span>
            <button
              className="link"
              type="button"
              aria-label={`Count ${checkTitle(check)} again`}
              onClick={() => silenceCheck(check, false)}
            >
              Count again
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

type SwitchProps = {
  readonly name: 'strict' | 'ignoreMissingSchemas'
  readonly label: string
  readonly about: string
}

const Switch = ({ name, label, about }: SwitchProps) => {
  const isOn = useApp((state) => state.settings[name])
  return (
    <label className="setting">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => changeSettings({ [name]: event.target.checked } satisfies Partial<Settings>)}
      />
      <span>
        {label}
        <span className="muted">{about}</span>
      </span>
    </label>
  )
}

type KindsProps = {
  readonly name: 'skipKinds' | 'rejectKinds'
  readonly label: string
  readonly placeholder: string
}

/** Kinds between commas. What is typed stays as it is typed; what it means goes to the settings. */
const Kinds = ({ name, label, placeholder }: KindsProps) => {
  const id = useId()
  const kinds = useApp((state) => state.settings[name])
  const [written, setWritten] = useState(() => kinds.join(', '))
  return (
    <div className="setting-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field mono"
        value={written}
        placeholder={placeholder}
        spellCheck={false}
        autoCapitalize="off"
        onChange={({ target: { value } }) => {
          setWritten(value)
          const listed = value.split(/[\s,]+/).filter(Boolean)
          changeSettings({ [name]: listed.length > 0 ? listed : defaultSettings[name] })
        }}
      />
    </div>
  )
}

const SchemaFiles = () => {
  const files = useApp((state) => state.settings.schemaFiles)
  const kinds = useApp((state) => state.schemaKinds)
  if (files.length === 0) return undefined
  const remove = (name: string): void =>
    changeSettings({ schemaFiles: files.filter((file) => file.name !== name) })
  return (
    <ul className="schema-files" aria-label="JSON Schemas">
      {files.map(({ name }) => (
        <li key={name}>
          <span>
            {name} <span className="muted">for {kindsText(kinds.get(name) ?? [])}</span>
          </span>
          <button className="link" type="button" aria-label={`Remove ${name}`} onClick={() => remove(name)}>
            Remove
          </button>
        </li>
      ))}
    </ul>
  )
}

/** An API document of a cluster has hundreds. */
const kindsText = (titles: readonly string[]): string =>
  titles.length <= 3 ? titles.join(', ') : `${titles.slice(0, 2).join(', ')} and ${titles.length - 2} more`
