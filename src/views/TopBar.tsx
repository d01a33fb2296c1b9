import { kubernetesVersions } from '../schemas/versions'
import { changeSettings } from '../store/actions'
import { useApp } from '../store/store'
import { CommandButton } from './CommandButton'
import { ExamplesMenu } from './ExamplesMenu'
import { PrivacyNote } from './PrivacyNote'
import { Select } from './Select'
import { SessionsMenu } from './SessionsMenu'
import { SettingsPanel } from './SettingsPanel'

const versions = kubernetesVersions.map((version) => ({ value: version, label: version }))

export const TopBar = () => {
  const version = useApp((state) => state.settings.kubernetesVersion)
  return (
    <header className="top-bar">
      <h1>
        <span className="long">Kubernetes </span>Manifest Playground
      </h1>
      <div className="tagline">
        <p>
          Scores <span className="long">Kubernetes </span>manifests as you type.
        </p>
        <PrivacyNote />
      </div>
      <SessionsMenu />
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
      <a className="push-button" href="#/lessons">
        Learn
      </a>
      <CommandButton id="session.share" className="push-button" />
      <SettingsPanel />
    </header>
  )
}
