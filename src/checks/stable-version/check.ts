import { check } from '../../engine/findings/check'
import { titleOf } from '../../engine/objects/readObjects'
import { stableVersions } from '../../kubernetes/stableVersions'
import { isAtLeast } from '../../kubernetes/version'
import type * as Mends from './fix'

export default check({
  id: 'stable-version',
  title: 'Stable version',
  topic: 'valid',
  on: 'any',
  *judge(object, { kubernetesVersion }) {
    const { apiVersion, kind } = object
    const stable = stableVersions[`${apiVersion} ${kind}`]
    if (!stable || !isAtLeast(kubernetesVersion, stable.since)) return
    yield {
      severity: 'warning',
      at: ['apiVersion'],
      subject: '',
      message: `${titleOf(object)} uses ${apiVersion}; ${stable.apiVersion} is stable since Kubernetes ${stable.since}.`,
      advice:
        'Versions before the stable one are removed after some releases, and the object is then refused.',
      mend: (by: typeof Mends) => by.migration(object, stable.apiVersion, kubernetesVersion),
    }
  },
})
