import { convertBackends } from '../../checks/stable-version/legacyBackends'
import { convertAutoscaler, cpuTarget } from '../../checks/stable-version/legacyMetrics'
import { plainData } from '../../checks/facts/plainData'
import { proposal, review, type Proposal } from '../../engine/findings/remedy'
import type { Subject } from '../../engine/findings/rule'
import type { Change } from '../../engine/model/change'
import { field, type Json } from '../../engine/model/json'
import { once } from '../../engine/model/lookup'
import { pathText, type Path } from '../../engine/model/path'
import type { Value } from '../../engine/yaml/value'
import { convertDefinition, formerFields } from './definitionFixes'

/**
 * Converts what is written in the form of an older version of the kind. `path`: of a field that only that version has, or
 * of one that is missing because of it.
 */
export function convertField(path: Path, { object, value }: Subject): readonly Proposal[] {
  const last = String(path.at(-1))
  switch (`${object.apiVersion} ${object.kind}`) {
    case 'networking.k8s.io/v1 Ingress':
      return /^(?:serviceName|servicePort|backend)$/.test(last) ? convertBackend(path, value) : []
    case 'autoscaling/v2 HorizontalPodAutoscaler':
      if (last === cpuTarget) return converted(last, 'a metric', autoscalerChanges(value))
      return path[1] === 'metrics' ? converted('the metrics', 'autoscaling/v2', autoscalerChanges(value)) : []
    case 'apiextensions.k8s.io/v1 CustomResourceDefinition':
      return path.length === 2 && isOfDefinition(last, value)
        ? converted('the definition', 'apiextensions.k8s.io/v1', definitionChanges(value))
        : []
    default:
      return []
  }
}

/** Whether a field of a definition is in the older form, or missing because of that. */
const isOfDefinition = (key: string, root: Value): boolean =>
  formerFields.has(key) || (key === 'versions' && field(specOf(root), 'version') !== undefined)

const specOf = (root: Value): Json | undefined => field(plainData(root), 'spec')

const autoscalerChanges = once((root: Value) => convertAutoscaler(specOf(root)) ?? [])
const definitionChanges = once((root: Value) => convertDefinition(specOf(root), true))
const backendChanges = once((root: Value) => {
  const { changes } = convertBackends(specOf(root))
  return { changes, places: new Set(changes.map(({ path }) => pathText(path))) }
})

/**
 * Converts all backends of an Ingress, if that at a path, or around it, is written in the older form. `path`: of the backend
 * or of a field in it, which may be missing.
 */
export function convertBackend(path: Path, root: Value): readonly Proposal[] {
  const { changes, places } = backendChanges(root)
  const isOne = [path, path.slice(0, -1)].some((place) => places.has(pathText(place)))
  return isOne ? converted('the backends', 'networking.k8s.io/v1', changes) : []
}

const converted = (what: string, to: string, changes: readonly Change[]): readonly Proposal[] =>
  changes.length === 0 ? [] : [proposal(`Convert ${what} to ${to}`, review(conversionNote), ...changes)]

const conversionNote =
  'The older form becomes the one that this apiVersion has, with the same values. Compare both.'
