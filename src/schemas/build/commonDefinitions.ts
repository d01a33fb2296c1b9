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
const isCommon = (kind: string): boolean =>
  commonGroups.includes(groupOf(kind.slice(0, kind.lastIndexOf('/')))) && !kind.endsWith('List')
