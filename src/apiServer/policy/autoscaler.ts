import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { subdomainProblem } from '../../kubernetes/names'
import { atLeast } from '../numbers'
import { root, type Place } from '../place'
import { has, listAt, numberAt, objectAt, textAt, withDefault, withField } from '../read'
import { forbidden, invalid, required } from '../say'
import { completeBehavior, validateBehavior } from './behavior'
import { validateMetric } from './metrics'
import { validateReference } from './reference'

const rule = 'replica-bounds'

const usage = (averageUtilization: number): JsonObject => ({
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } },
})

/** Source: `SetDefaults_HorizontalPodAutoscaler` of v2. */
function completeV2(object: JsonObject): JsonObject {
  const spec = objectAt(object, 'spec')
  const metrics = listAt(spec, 'metrics')
  const filled = { ...spec, metrics: metrics.length > 0 ? metrics : [usage(80)] }
  return { ...object, spec: withDefault(withField(filled, 'behavior', completeBehavior), 'minReplicas', 1) }
}

/** Source: `SetDefaults_HorizontalPodAutoscaler` of v1, and its conversion. */
const completeV1 = (object: JsonObject): JsonObject => ({
  ...object,
  spec: withDefault(objectAt(object, 'spec'), 'minReplicas', 1),
})

/** Source: `validateHorizontalPodAutoscalerSpec`, as far as both versions have it. */
function validateSize(spec: JsonObject, place: Place, answer: Answer): void {
  const least = numberAt(spec, 'minReplicas') ?? 1
  const most = numberAt(spec, 'maxReplicas') ?? 0
  const at = place.child('maxReplicas')
  atLeast(answer, place.child('minReplicas'), 'The autoscaler’s minReplicas', least, 1, rule)
  if (most === 0 && answer.isFrom(36))
    // Zero and absent are the same to the server, which refuses them as any other number up to 1.35.
    required(answer, at, 'The autoscaler needs maxReplicas of 1 or more.', rule)
  else atLeast(answer, at, 'The autoscaler’s maxReplicas', most, 1, rule)
  if (most < least) {
    const message = `The autoscaler’s maxReplicas is ${most}. It must not be below its minReplicas, ${least}.`
    invalid(answer, at, message, rule)
  }
  const target = objectAt(spec, 'scaleTargetRef')
  const needsGroup = textAt(target, 'kind') !== 'ReplicationController'
  validateReference(
    target,
    place.child('scaleTargetRef'),
    needsGroup,
    'The autoscaler’s scaleTargetRef',
    answer,
  )
}

/** Scaling to 0 needs a metric that exists without Pods. Source: `validateMetrics`. */
function validateZero(spec: JsonObject, types: readonly string[], place: Place, answer: Answer): void {
  if (numberAt(spec, 'minReplicas') !== 0 || types.includes('Object') || types.includes('External')) return
  const message = 'With minReplicas of 0, the autoscaler needs a metric of the type Object or External.'
  forbidden(answer, place, message, rule)
}

function validateV2(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  const metrics = listAt(spec, 'metrics')
  validateSize(spec, place, answer)
  for (const [index, metric] of metrics.entries())
    validateMetric(metric, place.child('metrics').index(index), answer)
  const types = metrics.map((metric) => textAt(metric, 'type'))
  validateZero(spec, types, place.child('metrics'), answer)
  if (has(spec, 'behavior')) validateBehavior(objectAt(spec, 'behavior'), place.child('behavior'), answer)
}

/** The share of CPU becomes a metric. Metrics in annotations are not checked. */
function validateV1(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  validateSize(spec, place, answer)
  const key = 'targetCPUUtilizationPercentage'
  const at = place.child(key).spelled('spec.metrics[0].resource.target.averageUtilization')
  atLeast(answer, at, `The autoscaler’s ${key}`, numberAt(spec, key) ?? 1, 1, 'invalid-metric')
  validateZero(spec, [], place.child('metrics'), answer)
}

export const autoscalers: readonly Kind[] = [
  {
    of: ['autoscaling/v2 HorizontalPodAutoscaler'],
    name: subdomainProblem,
    complete: completeV2,
    validate: validateV2,
  },
  {
    of: ['autoscaling/v1 HorizontalPodAutoscaler'],
    name: subdomainProblem,
    complete: completeV1,
    validate: validateV1,
  },
]
