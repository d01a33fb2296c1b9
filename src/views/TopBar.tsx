import { kubernetesVersions } from '../schemas/versions'
import { changeSettings, setTheme } from '../store/actions'
import { themes } from '../store/choices'
import { useApp } from '../store/store'
import { ExamplesMenu } from './ExamplesMenu'
import { Select } from './Select'
import { SettingsPanel } from './SettingsPanel'

const versions = kubernetesVersions.map((version) => ({ value: version, label: version }))

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
      <div className="control">
        <span>Kubernetes</span>
        <Select
          label="Kubernetes version"
          choices={versions}
          value={version}
          onChoose={(kubernetesVersion) => changeSettings({ kubernetesVersion })}
        />
      </div>
      <ExamplesMenu />
      <div className="control">
        <span>Theme</span>
        <Select label="Theme" choices={themes} value={theme} onChoose={setTheme} />
      </div>
      <SettingsPanel />
    </header>
  )
}
