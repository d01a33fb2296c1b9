import { useState } from 'react'
import { commandLine, withoutFlag } from '../../engine/model/settingFlags'
import { defaultSettings } from '../../engine/model/settings'
import { settingsFileName } from '../../session/program'
import { writeSettings } from '../../session/settingsFile'
import { changedSettings } from '../../session/session'
import { replaceSettings, showToast } from '../../store/actions'
import { importSettings, type ImportedSettings } from '../../store/importSettings'
import { pickFiles } from '../../store/pickFiles'
import { useApp } from '../../store/store'
import { saveFile } from '../../store/saveFile'
import { CopiedText } from '../CopiedText'
import { useChecks } from './useChecks'

/** A JSON Schema among the settings may be very long. */
const longest = 4_000

/** The settings as files and commands for elsewhere, and back from a file or to the defaults. */
export const Portable = () => {
  const settings = useApp((state) => state.settings)
  const flagless = withoutFlag(settings).map(({ label }) => label)
  const json = writeSettings(settings)
  const isChanged = Object.keys(changedSettings(settings)).length > 0
  return (
    <>
      <section aria-label="On the command line">
        <h3>On the command line</h3>
        <p className="setting-help">
          The same with kube-score and kubeconform, as far as they have flags for it.
        </p>
        <CopiedText title="kube-score" text={commandLine('kubeScore', settings)} longest={longest} />
        <CopiedText title="kubeconform" text={commandLine('kubeconform', settings)} longest={longest} />
        {flagless.length > 0 && <p>No flag does the same as: {flagless.join(', ')}.</p>}
      </section>
      <section aria-label="Export, import, reset">
        <h3>Export, import, reset</h3>
        <p className="setting-help">
          {isChanged
            ? 'Only what differs from the defaults. Importing a file replaces all settings.'
            : 'Nothing differs from the defaults. Importing a file replaces all settings.'}
        </p>
        <CopiedText title={settingsFileName} text={json} longest={longest} />
        <FileButtons json={json} isChanged={isChanged} />
      </section>
    </>
  )
}

type FileProps = { readonly json: string; readonly isChanged: boolean }

const FileButtons = ({ json, isChanged }: FileProps) => {
  const checks = useChecks()
  const [imported, setImported] = useState<ImportedSettings>()
  const load = async (): Promise<void> => {
    const [file] = await pickFiles('.json', 'one')
    if (file)
      setImported(
        await importSettings(
          file,
          checks.map(({ id }) => id),
        ),
      )
  }
  const save = (): void => {
    saveFile(settingsFileName, json, 'application/json')
    showToast('File saved.')
  }
  const reset = (): void => {
    setImported(undefined)
    replaceSettings(defaultSettings, 'All settings are reset to the defaults.')
  }
  return (
    <>
      <div className="settings-buttons">
        <button className="push-button" type="button" onClick={save}>
          Export as file
        </button>
        <button className="push-button" type="button" onClick={() => void load()}>
          Import a file…
        </button>
        <button className="push-button" type="button" disabled={!isChanged} onClick={reset}>
          Reset to the defaults
        </button>
      </div>
      <div role="alert">
        {imported && imported.problems.length > 0 && (
          <div className="import-problems">
            <p>
              {imported.isDone
                ? 'Imported, apart from this:'
                : 'Nothing was imported, and nothing has changed:'}
            </p>
            <ul>
              {imported.problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  )
}
