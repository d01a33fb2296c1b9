import { useId, useState } from 'react'
import type { Setting } from '../../engine/model/settingList'
import type { Settings } from '../../engine/model/settings'
import { kubernetesVersions } from '../../schemas/versions'
import { changeSettings } from '../../store/actions'
import { useApp } from '../../store/store'
import { Select } from '../Select'
import { SchemaFiles } from './SchemaFiles'
import { SettingRow } from './SettingRow'

/** A setting with the control that it asks for. Lists of checks have none of their own: each check shows what it is in. */
export const SettingControl = ({ setting }: { readonly setting: Setting }) => {
  const value = useApp((state) => state.settings[setting.key])
  const change = (next: Settings[keyof Settings]): void => changeSettings({ [setting.key]: next })
  const { control } = setting
  switch (control.type) {
    case 'switch':
      return <Switch setting={setting} value={value === true} onChange={change} />
    case 'number':
      return <NumberField setting={setting} {...control} value={Number(value)} onChange={change} />
    case 'kubernetesVersion':
      return <VersionField setting={setting} value={String(value)} onChange={change} />
    case 'kinds':
      return (
        <KindsField setting={setting} example={control.example} value={textsOf(value)} onChange={change} />
      )
    case 'checks':
      return undefined
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
    <span className="setting-label">
      {label} <span className="setting-help">{help}</span>
    </span>
    <input
      className="switch"
      type="checkbox"
      checked={value}
      onChange={(event) => onChange(event.target.checked)}
    />
  </label>
)

const VersionField = ({ setting: { label, help }, value, onChange }: Props<string>) => (
  <SettingRow label={label} help={help}>
    <Select
      label={label}
      choices={kubernetesVersions.map((version) => ({ value: version, label: version }))}
      value={value}
      onChoose={onChange}
    />
  </SettingRow>
)

type Limits = { readonly min: number; readonly max: number }

/** What is typed stays as it is typed; the setting changes only to whole numbers between the limits. */
const NumberField = ({ setting: { label, help }, min, max, value, onChange }: Props<number> & Limits) => {
  const id = useId()
  const [typed, setTyped] = useState(String(value))
  return (
    <SettingRow label={label} help={help} htmlFor={id}>
      <input
        id={id}
        className="field"
        type="number"
        min={min}
        max={max}
        step={1}
        value={Number(typed) === value ? typed : value}
        onChange={(event) => {
          const next = event.target.valueAsNumber
          setTyped(event.target.value)
          if (Number.isSafeInteger(next) && next >= min && next <= max) onChange(next)
        }}
      />
    </SettingRow>
  )
}

const kindsIn = (typed: string): readonly string[] => typed.split(/[\s,]+/).filter(Boolean)

/** Kinds separated by commas or spaces. What is typed stays as it is typed, until the setting changes otherwise. */
const KindsField = ({
  setting: { label, help },
  example,
  value,
  onChange,
}: Props<readonly string[]> & { readonly example: string }) => {
  const id = useId()
  const [typed, setTyped] = useState('')
  const own = value.join(', ')
  return (
    <SettingRow label={label} help={help} htmlFor={id}>
      <input
        id={id}
        className="field mono"
        value={kindsIn(typed).join(', ') === own ? typed : own}
        placeholder={example}
        spellCheck={false}
        autoCapitalize="off"
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(kindsIn(event.target.value))
        }}
      />
    </SettingRow>
  )
}
