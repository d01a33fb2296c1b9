import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { subdomainProblem } from '../../kubernetes/names'
import { root } from '../place'
import { has, isTrueAt, listAt, numberAt, objectAt, textAt, withField, withItems } from '../read'
import { forbidden } from '../say'
import { preferredTerms, requiredTerms, withLabelKeys } from './affinity'
import { validatePodAnnotations } from './annotations'
import { completePodSpec, validatePodSpec } from './podSpec'
import { completePodResources } from './podResources'

/** What is not limited is requested, too. Only Pods get this, not templates. Source: `SetDefaults_Pod`. */
const requestLimits = (container: JsonObject): JsonObject =>
  withField(container, 'resources', (resources) =>
    has(resources, 'limits')
      ? { ...resources, requests: { ...objectAt(resources, 'limits'), ...objectAt(resources, 'requests') } }
      : resources,
  )

/** With the network of the node, ports of the Pod are ports of the node. Source: `defaultHostNetworkPorts`. */
const openPorts = (container: JsonObject): JsonObject =>
  withItems(container, 'ports', (port) =>
    (numberAt(port, 'hostPort') ?? 0) === 0 && has(port, 'containerPort')
      ? { ...port, hostPort: numberAt(port, 'containerPort') ?? 0 }
      : port,
  )

const withContainers = (spec: JsonObject, change: (container: JsonObject) => JsonObject): JsonObject =>
  withItems(withItems(spec, 'containers', change), 'initContainers', change)

/** Source: `mutatePodAffinity`, `mutateTopologySpreadConstraints`. */
function applyLabels(spec: JsonObject, labels: JsonObject, minor: number): JsonObject {
  const apply = (rule: JsonObject): JsonObject => withLabelKeys(rule, labels)
  const inTerms = (rules: JsonObject): JsonObject =>
    withItems(withItems(rules, requiredTerms, apply), preferredTerms, (term) =>
      withField(term, 'podAffinityTerm', apply),
    )
  // Before, the server drops the keys.
  if (minor < 31) return spec
  const withAffinity = withField(spec, 'affinity', (affinity) =>
    withField(withField(affinity, 'podAffinity', inTerms), 'podAntiAffinity', inTerms),
  )
  return minor >= 34 ? withItems(withAffinity, 'topologySpreadConstraints', apply) : withAffinity
}

function complete(pod: JsonObject, minor: number): JsonObject {
  const spec = completePodSpec(objectAt(pod, 'spec'))
  const requested = completePodResources(withContainers(spec, requestLimits), minor)
  const opened = isTrueAt(spec, 'hostNetwork') ? withContainers(requested, openPorts) : requested
  return { ...pod, spec: applyLabels(opened, objectAt(objectAt(pod, 'metadata'), 'labels'), minor) }
}

/** Source: `ValidatePodCreate`, `podStrategy.WarningsOnCreate`. */
function validate(pod: JsonObject, answer: Answer): void {
  const place = root.child('spec')
  const spec = objectAt(pod, 'spec')
  const name = textAt(objectAt(pod, 'metadata'), 'name')
  const isMirror = has(objectAt(objectAt(pod, 'metadata'), 'annotations'), 'kubernetes.io/config.mirror')
  validatePodAnnotations(pod, answer)
  validatePodSpec(
    spec,
    place,
    { isPod: true, restartPolicies: ['Always', 'OnFailure', 'Never'], podName: name, isMirror },
    answer,
  )
  if (textAt(spec, 'nodeName') !== '' && listAt(spec, 'schedulingGates').length > 0)
    forbidden(
      answer,
      place.child('nodeName'),
      'The Pod has schedulingGates, so it cannot have a nodeName.',
      'conflicting-fields',
    )
}

/** Pods themselves. */
export const kinds: readonly Kind[] = [{ of: ['v1 Pod'], name: subdomainProblem, complete, validate }]
