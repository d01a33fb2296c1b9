import { labelsText, selectorError } from '../../kubernetes/labelSelector'
import type {
  Deployment,
  LabelSelector,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
} from '../../kubernetes/objects'
import { titleOf, type KubernetesObject } from './readObjects'
import type { Path } from '../model/path'

/** `at`: from the root of the object. */
type InvalidSelector = { readonly at: Path; readonly message: string; readonly advice: string }

/** The invalid selectors of an object, which select nothing, each with the first rule that it breaks. */
export function invalidSelectors(object: KubernetesObject): readonly InvalidSelector[] {
  return selectorsOf(object).flatMap(({ at, selector }) => {
    const broken = selectorError(selector)
    if (!broken) return []
    // A Service has its labels directly in the selector, without matchLabels.
    const path = object.kind === 'Service' ? broken.at.slice(1) : broken.at
    return [
      {
        at: [...at, ...path],
        message: `${titleOf(object)} has an invalid selector: ${broken.message}.`,
        advice: 'The API server rejects the object, or the selector matches nothing.',
      },
    ]
  })
}

type LocatedSelector = { readonly at: Path; readonly selector: LabelSelector | undefined }

function selectorsOf({ kind, data, pod }: KubernetesObject): readonly LocatedSelector[] {
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

function ownSelector(kind: string, data: unknown): LocatedSelector | undefined {
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

/** The selector of a Service is a map of labels. An empty one matches every Pod in the namespace. */
export const serviceSelector = ({ spec }: Service): LabelSelector => ({ matchLabels: spec?.selector ?? {} })

/** A selector for people: `app=web, tier In (a, b)`, or `everything` for an empty one. */
export const selectorText = (selector: LabelSelector): string =>
  [
    labelsText(selector.matchLabels ?? {}),
    ...(selector.matchExpressions ?? []).map(
      ({ key = '', operator = '', values }) => `${key} ${operator}${values ? ` (${values.join(', ')})` : ''}`,
    ),
  ]
    .filter((part) => part !== '')
    .join(', ') || 'everything'
