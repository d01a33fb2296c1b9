import { kubernetesVersions } from '../schemas/versions'
import { changeSettings } from '../store/actions'
import { useApp } from '../store/store'
import { Select } from './Select'

const versions = kubernetesVersions.map((version) => ({ value: version, label: version }))

/** The version of the cluster that the manifest is for. */
export const VersionSelect = () => {
  const version = useApp((state) => state.settings.kubernetesVersion)
  return (
    <div className="version ghost">
      <span>Kubernetes</span>
      <Select
        label="Kubernetes version"
        choices={versions}
        value={version}
        onChoose={(kubernetesVersion) => changeSettings({ kubernetesVersion })}
      />
    </div>
  )
}
