import { useMemo } from 'react'
import type { Setting } from '../../engine/model/settingList'
import type { Settings } from '../../engine/model/settings'
import { changeSettings } from '../../store/actions'
import { useApp } from '../../store/store'
import { useAnswer } from '../../store/useAnswer'
import { CommandButton } from '../CommandButton'

/** The JSON Schemas that a person added, and a button to add more. */
export const SchemaFiles = ({ setting: { label, help } }: { readonly setting: Setting }) => {
  const files = useApp((state) => state.settings.schemaFiles)
  return (
    <div className="schemas">
      <p className="setting-help">{help}</p>
      {files.length > 0 && <SchemaFileList label={label} files={files} />}
      <CommandButton id="schemas.add" className="push-button" />
    </div>
  )
}

type ListProps = { readonly label: string; readonly files: Settings['schemaFiles'] }

const SchemaFileList = ({ label, files }: ListProps) => {
  const question = useMemo(() => ({ about: 'jsonFiles', files }) as const, [files])
  const { reply = [] } = useAnswer(question)
  const remove = (name: string): void =>
    changeSettings({ schemaFiles: files.filter((file) => file.name !== name) })
  return (
    <ul aria-label={label}>
      {files.map(({ name }) => (
        <li key={name}>
          <span>
            <span className="mono">{name}</span>{' '}
            <span className="muted">{kindsText(reply.find((file) => file.name === name)?.kinds)}</span>
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
