import { groupOf } from '../../kubernetes/apiVersion'
import type { Definitions } from './definition'
import { normalizeDefinitions } from './normalizeDefinitions'

/** The groups of the kinds that most manifests have; '' is the core group. */
const commonGroups = [
  '',
  'apps',
  'autoscaling',
  'batch',
  'networking.k8s.io',
  'policy',
  'rbac.authorization.k8s.io',
]

/** Kinds of these groups that hardly any manifest has; some of them are large. */
const rareKinds = [
  ...['Binding', 'ComponentStatus', 'ControllerRevision', 'DeleteOptions', 'Endpoints', 'Event', 'Eviction'],
  ...[
    'IPAddress',
    'Node',
    'PersistentVolume',
    'PodTemplate',
    'ReplicationController',
    'Scale',
    'ServiceCIDR',
  ],
  ...['Status', 'TokenRequest', 'WatchEvent'],
]

/** The part of an API that most manifests need: the kinds of the common groups, without lists such as `v1/PodList`. */
export const commonDefinitions = (definitions: Definitions): Definitions =>
  normalizeDefinitions(
    new Map(
      [...definitions].map(([name, definition]) => [
        name,
        { ...definition, kinds: definition.kinds.filter(isCommon) },
      ]),
    ),
  )

/** `kind`: `apps/v1/Deployment`. */
function isCommon(kind: string): boolean {
  const at = kind.lastIndexOf('/')
  const name = kind.slice(at + 1)
  return (
    commonGroups.includes(groupOf(kind.slice(0, at))) && !name.endsWith('List') && !rareKinds.includes(name)
  )
}
