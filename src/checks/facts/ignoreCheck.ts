import { ignoreKey } from '../../engine/findings/ignores'
import type { Change } from '../../engine/model/change'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import { withIgnored } from '../../engine/fixes/ignoreFix'

/** The change that makes a check ignore an object, as one part of a fix. */
export const ignoreCheck = ({ annotations }: KubernetesObject, check: string): Change => ({
  kind: 'set',
  path: ['metadata', 'annotations', ignoreKey],
  value: withIgnored(annotations[ignoreKey]?.trim() ?? '', check),
})
