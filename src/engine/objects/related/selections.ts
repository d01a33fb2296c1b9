import { matcherOf, selectorError, type Labels } from '../../../kubernetes/labelSelector'
import type { LabelSelector } from '../../../kubernetes/pods'
import { isOfKind, type KubernetesObject } from '../readObjects'
import type { Relation } from './relation'

/** The Pods that an object selects in its own namespace. */
export type Selection = {
  readonly relation: Relation
  readonly selector: LabelSelector
  readonly isSelected: (labels: Labels) => boolean
}

/** What an object selects; undefined when it selects nothing, as with an invalid selector. */
export function selectionOf(object: KubernetesObject): Selection | undefined {
  const selection = selects(object)
  if (!selection || selectorError(selection.selector)) return undefined
  return { ...selection, isSelected: matcherOf(selection.selector) }
}

function selects(object: KubernetesObject): Omit<Selection, 'isSelected'> | undefined {
  if (!object.isSupportedKind) return undefined
  if (isOfKind(object, 'Service')) {
    const { selector: matchLabels = {}, type } = object.data.spec ?? {}
    // The cluster does not look for Pods without a selector, nor for a name outside.
    if (type === 'ExternalName' || Object.keys(matchLabels).length === 0) return undefined
    return { relation: 'selects', selector: { matchLabels } }
  }
  if (isOfKind(object, 'PodDisruptionBudget')) {
    const { selector } = object.data.spec ?? {}
    return selector && { relation: 'protects', selector }
  }
  if (isOfKind(object, 'NetworkPolicy'))
    return { relation: 'limits', selector: object.data.spec?.podSelector ?? {} }
  return undefined
}
