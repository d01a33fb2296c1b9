import { kubernetesVersions } from '../schemas/versions'
import { changeSettings, setTheme } from '../store/actions'
import { useApp, type Theme } from '../store/store'
import { ExamplesMenu } from './ExamplesMenu'
import { SettingsPanel } from './SettingsPanel'

const themes: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

export const TopBar = () => {
  const version = useApp((state) => state.settings.kubernetesVersion)
  const theme = useApp((state) => state.theme)
  return (
    <header className="top-bar">
      <h1>
        <span className="long">Kubernetes </span>Manifest Playground
      </h1>
      <p className="tagline">
        Scores <span className="long">Kubernetes </span>manifests as you type. Nothing leaves your browser.
      </p>
      <label className="control">
        <span>Kubernetes</span>
        <select
          className="field"
          aria-label="Kubernetes version"
          value={version}
          onChange={(event) => changeSettings({ kubernetesVersion: event.target.value })}
        >
          {kubernetesVersions.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <ExamplesMenu />
      <label className="control">
        <span>Theme</span>
        <select
          className="field"
          aria-label="Theme"
          value={theme}
          onChange={(event) => {
            const chosen = themes.find(({ value }) => value === event.target.value)
            if (chosen) setTheme(chosen.value)
          }}
        >
          {themes.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <SettingsPanel />
    </header>
  )
}
