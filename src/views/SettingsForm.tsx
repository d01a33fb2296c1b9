import { useId, useMemo, useState } from 'react'
import { settings as allSettings, type Setting, type Settings } from '../engine/model/settings'
import { kubernetesVersions } from '../schemas/versions'
import { changeSettings, setTheme, showLicences } from '../store/actions'
import { themes } from '../store/choices'
import { useApp } from '../store/store'
import { useAnswer } from '../store/useAnswer'
import { CommandButton } from './CommandButton'
import { Select } from './Select'
import './settings.css'

const groups = [...new Set(allSettings.map(({ group }) => group))]

/** Every setting in the list, with the control that it asks for. `onDone`: closes what it lies in. */
export const SettingsForm = ({ onDone }: { readonly onDone: () => void }) => (
  <>
    <ThemeField />
    {groups.map((group) => (
      <section key={group} aria-label={group}>
        <h2>{group}</h2>
        {allSettings
          .filter((setting) => setting.group === group)
          .map((setting) => (
            <SettingControl key={setting.key} setting={setting} />
          ))}
      </section>
    ))}
    <hr />
    <button
      className="link"
      type="button"
      onClick={() => {
        onDone()
        showLicences()
      }}
    >
      Third-party licences
    </button>
  </>
)

/** The theme belongs to the browser, not to the session: it is in no link. */
const ThemeField = () => {
  const theme = useApp((state) => state.theme)
  return (
    <section aria-label="Appearance">
      <h2>Appearance</h2>
      <div className="setting-field">
        <span>Theme</span>
        <Select label="Theme" choices={themes} value={theme} onChoose={setTheme} />
      </div>
    </section>
  )
}

type Listed = (typeof allSettings)[number]

const SettingControl = ({ setting }: { readonly setting: Listed }) => {
  const value = useApp((state) => state.settings[setting.key])
  const change = (next: Settings[keyof Settings]): void => changeSettings({ [setting.key]: next })
  const { control } = setting
  switch (control.type) {
    case 'switch':
      return <Switch setting={setting} value={value === true} onChange={change} />
    case 'number':
      return <NumberField setting={setting} min={control.min} value={Number(value)} onChange={change} />
    case 'kubernetesVersion':
      return <VersionField setting={setting} value={String(value)} onChange={change} />
    case 'kinds':
      return (
        <KindsField setting={setting} example={control.example} value={textsOf(value)} onChange={change} />
      )
    case 'checks':
      return <ChecksField setting={setting} among={control.among} value={textsOf(value)} onChange={change} />
    case 'schemaFiles':
      return <SchemaFiles setting={setting} />
  }
}

const textsOf = (value: Settings[keyof Settings]): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

type Props<Value> = {
  readonly setting: Setting
  readonly value: Value
  readonly onChange: (value: Value) => void
}

const Switch = ({ setting: { label, help }, value, onChange }: Props<boolean>) => (
  <label className="setting">
    <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
    <span>
      {label}
      <span className="muted">{help}</span>
    </span>
  </label>
)

const VersionField = ({ setting: { label, help }, value, onChange }: Props<string>) => (
  <div className="setting-field">
    <span>{label}</span>
    <span className="muted">{help}</span>
    <Select
      label={label}
      choices={kubernetesVersions.map((version) => ({ value: version, label: version }))}
      value={value}
      onChoose={onChange}
    />
  </div>
)

/** What is typed stays as it is typed; the setting changes only to whole numbers of at least `min`. */
const NumberField = ({
  setting: { label, help },
  min,
  value,
  onChange,
}: Props<number> & { readonly min: number }) => {
  const id = useId()
  const [typed, setTyped] = useState(String(value))
  return (
    <div className="setting-field">
      <label htmlFor={id}>{label}</label>
      <span className="muted">{help}</span>
      <input
        id={id}
        className="field"
        type="number"
        min={min}
        step={1}
        value={Number(typed) === value ? typed : value}
        onChange={(event) => {
          const next = event.target.valueAsNumber
          setTyped(event.target.value)
          if (Number.isSafeInteger(next) && next >= min) onChange(next)
        }}
      />
    </div>
  )
}

/** Kinds separated by commas or spaces. What is typed stays as it is typed. */
const KindsField = ({
  setting: { label, help },
  example,
  value,
  onChange,
}: Props<readonly string[]> & { readonly example: string }) => {
  const id = useId()
  const [typed, setTyped] = useState(() => value.join(', '))
  return (
    <div className="setting-field">
      <label htmlFor={id}>{label}</label>
      <span className="muted">{help}</span>
      <input
        id={id}
        className="field mono"
        value={typed}
        placeholder={example}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(event.target.value.split(/[\s,]+/).filter(Boolean))
        }}
      />
    </div>
  )
}

/** A checkbox for each check. */
const ChecksField = ({
  setting: { label, help },
  among,
  value,
  onChange,
}: Props<readonly string[]> & { readonly among: 'all' | 'optional' }) => {
  const rules = useApp((state) => state.report?.rules)
  const checks = Object.entries(rules ?? {}).filter(
    ([, { isCheck, isOptional }]) => isCheck && (among === 'all' || isOptional),
  )
  const chosen = checks.filter(([id]) => value.includes(id)).length
  return (
    <details className="setting-list">
      <summary>
        {label} <span className="muted">{chosen > 0 ? `${chosen} of ${checks.length}` : 'none'}</span>
      </summary>
      <p className="muted">{help}</p>
      <ul aria-label={label}>
        {checks.map(([id, { title }]) => (
          <li key={id}>
            <label className="setting">
              <input
                type="checkbox"
                checked={value.includes(id)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...value, id] : value.filter((other) => other !== id))
                }
              />
              <span>
                {title} <span className="mono muted">{id}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}

const SchemaFiles = ({ setting: { label, help } }: { readonly setting: Setting }) => {
  const files = useApp((state) => state.settings.schemaFiles)
  return (
    <>
      <p className="muted">{help}</p>
      {files.length > 0 && <SchemaFileList label={label} files={files} />}
      <CommandButton id="schemas.add" className="push-button" />
    </>
  )
}

type SchemaFileListProps = { readonly label: string; readonly files: Settings['schemaFiles'] }

const SchemaFileList = ({ label, files }: SchemaFileListProps) => {
  const question = useMemo(() => ({ about: 'jsonFiles', files }) as const, [files])
  const { reply = [] } = useAnswer(question)
  const remove = (name: string): void =>
    changeSettings({ schemaFiles: files.filter((file) => file.name !== name) })
  return (
    <ul className="schema-files" aria-label={label}>
      {files.map(({ name }) => (
        <li key={name}>
          <span>
            {name} <span className="muted">{kindsText(reply.find((file) => file.name === name)?.kinds)}</span>
          </span>
          <button className="link" type="button" aria-label={`Remove ${name}`} onClick={() => remove(name)}>
            Remove
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The API document of a cluster has hundreds of kinds. */
const kindsText = (kinds: readonly string[] = []): string => {
  if (kinds.length === 0) return ''
  return kinds.length <= 3
    ? `for ${kinds.join(', ')}`
    : `for ${kinds.slice(0, 2).join(', ')} and ${kinds.length - 2} more`
}
