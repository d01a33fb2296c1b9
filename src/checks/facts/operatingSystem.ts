import type { Pod } from '../../engine/objects/readObjects'
import type { LabelSelectorRequirement } from '../../kubernetes/pods'

const labels = ['kubernetes.io/os', 'beta.kubernetes.io/os']

/**
 * Whether Pods run on nodes with Windows only: by `spec.os`, by `nodeSelector`, or because every term of the required
 * node affinity asks for it.
 */
export function isForWindows({ spec }: Pod): boolean {
  const { os, nodeSelector = {}, affinity } = spec
  if (os?.name !== undefined) return os.name === 'windows'
  if (labels.some((label) => Object.hasOwn(nodeSelector, label) && nodeSelector[label] === 'windows'))
    return true
  const required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution
  const terms = required?.nodeSelectorTerms ?? []
  return terms.length > 0 && terms.every(({ matchExpressions = [] }) => matchExpressions.some(asksForWindows))
}

const asksForWindows = ({ key = '', operator, values = [] }: LabelSelectorRequirement): boolean =>
  labels.includes(key) &&
  operator === 'In' &&
  values.length > 0 &&
  values.every((value) => value === 'windows')
