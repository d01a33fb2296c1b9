import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import { stableVersions } from '../../kubernetes/stableVersions'
import { isAtLeast } from '../../kubernetes/version'

export default check({
  id: 'stable-version',
  title: 'Stable version',
  topic: 'valid',
  severities: ['warning'],
  on: 'any',
  *find(object, { kubernetesVersion }) {
    const { apiVersion, kind } = object
    const stable = stableVersions[`${apiVersion} ${kind}`]
    if (!stable || !isAtLeast(kubernetesVersion, stable.since)) return
    yield {
      severity: 'warning',
      at: ['apiVersion'],
      subject: '',
      message: `${titleOf(object)} uses ${apiVersion}, but ${stable.apiVersion} is stable since Kubernetes ${stable.since}.`,
      title: `${apiVersion} is not the stable version`,
      advice:
        'Versions before the stable one are removed after some releases; the API server then refuses the object.',
      data: { to: stable.apiVersion },
    }
  },
  fix: () => import('./fix'),
})
