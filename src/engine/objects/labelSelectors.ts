import { labelsText, selectorFault } from '../../kubernetes/labelSelector'
import type {
  Deployment,
  LabelSelector,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
} from '../../kubernetes/objects'
import type { KubernetesObject } from './readObjects'
import type { Path } from '../model/path'

export type InvalidSelector = { readonly at: Path; readonly message: string; readonly advice: string }

/** The selectors of an object that select nothing because they are not valid, each with its first fault. */
export function invalidSelectors(object: KubernetesObject): readonly InvalidSelector[] {
  return selectorsOf(object).flatMap(({ at, selector }) => {
    const fault = selectorFault(selector)
    if (!fault) return []
    const faultPath = object.kind === 'Service' ? fault.at.slice(1) : fault.at
    const message = `The selector of ${object.kind} ${object.name} is not valid: ${fault.message}.`
    return [
      {
        at: [...at, ...faultPath],
        message,
        advice: 'A cluster refuses the object, or the selector matches nothing.',
      },
    ]
  })
}

type PlacedSelector = { readonly at: Path; readonly selector: LabelSelector | undefined }

function selectorsOf({ kind, data, pod }: KubernetesObject): readonly PlacedSelector[] {
  const own = ownSelector(kind, data)
  const affinity = pod?.spec.affinity?.podAntiAffinity
  const base = [...(pod?.path ?? []), 'spec', 'affinity', 'podAntiAffinity']
  const preferred = affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? []
  const required = affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
  return [
    ...(own ? [own] : []),
    ...preferred.map((term, index) => ({
      at: [
        ...base,
        'preferredDuringSchedulingIgnoredDuringExecution',
        index,
        'podAffinityTerm',
        'labelSelector',
      ],
      selector: term.podAffinityTerm?.labelSelector,
    })),
    ...required.map((term, index) => ({
      at: [...base, 'requiredDuringSchedulingIgnoredDuringExecution', index, 'labelSelector'],
      selector: term.labelSelector,
    })),
  ]
}

function ownSelector(kind: string, data: unknown): PlacedSelector | undefined {
  const at = ['spec', 'selector']
  switch (kind) {
    case 'Service':
      return { at, selector: serviceSelector(data as Service) }
    case 'NetworkPolicy':
      return { at: ['spec', 'podSelector'], selector: (data as NetworkPolicy).spec?.podSelector }
    case 'PodDisruptionBudget':
    case 'Deployment':
    case 'StatefulSet':
      return { at, selector: (data as Deployment | PodDisruptionBudget).spec?.selector }
    default:
      return undefined
  }
}

/** A Service selects by plain labels; without any it stands for every pod of its namespace. */
export const serviceSelector = ({ spec }: Service): LabelSelector => ({ matchLabels: spec?.selector ?? {} })

/** A selector as people read it; undefined requirements are left out. */
export const selectorText = (selector: LabelSelector): string =>
  [
    labelsText(selector.matchLabels ?? {}),
    ...(selector.matchExpressions ?? []).map(
      ({ key = '', operator = '', values }) => `${key} ${operator}${values ? ` (${values.join(', ')})` : ''}`,
    ),
  ]
    .filter((part) => part !== '')
    .join(', ') || 'everything'
