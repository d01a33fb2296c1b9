import type { Change } from '../../engine/model/change'
import { field, isList, isObject, type Json, type JsonObject } from '../../engine/model/json'

/**
 * The changes from the spec of an older HorizontalPodAutoscaler to that of `autoscaling/v2`: metrics in the form of
 * `v2beta1`, and the CPU target of `v1`. Undefined when it has a metric of neither form.
 */
export function convertAutoscaler(spec: Json | undefined): readonly Change[] | undefined {
  const written = field(spec, 'metrics')
  const metrics = isList(written) ? written : []
  const changes: Change[] = []
  for (const [index, metric] of metrics.entries()) {
    const converted = convertMetric(metric)
    if (!converted) return undefined
    if (converted !== metric)
      changes.push({ kind: 'set', path: ['spec', 'metrics', index], value: converted })
  }
  const percentage = field(spec, cpuTarget)
  if (percentage === undefined) return changes
  changes.push({ kind: 'remove', path: ['spec', cpuTarget] })
  if (percentage === null) return changes
  // Of two targets for the same metric, only a person can say which one counts.
  if (metrics.some((metric) => field(field(metric, 'resource'), 'name') === 'cpu')) return undefined
  const target = { type: 'Utilization', averageUtilization: percentage }
  const value = { type: 'Resource', resource: { name: 'cpu', target } }
  return [...changes, { kind: 'append', path: ['spec', 'metrics'], value }]
}

/** The only target that `autoscaling/v1` has. */
export const cpuTarget = 'targetCPUUtilizationPercentage'

/** A metric in the form of `autoscaling/v2`; itself where it has that form; undefined for any other. */
function convertMetric(metric: Json): JsonObject | undefined {
  const type = field(metric, 'type')
  if (!isObject(metric) || typeof type !== 'string') return undefined
  const key = type.slice(0, 1).toLowerCase() + type.slice(1)
  const source = field(metric, key)
  if (!isObject(source)) return undefined
  if (field(field(source, 'target'), 'type') !== undefined) return metric
  const converted = convertSource(key, source)
  return converted && { ...metric, [key]: converted }
}

function convertSource(key: string, source: JsonObject): JsonObject | undefined {
  switch (key) {
    case 'resource':
    case 'containerResource': {
      const { targetAverageUtilization, targetAverageValue, ...rest } = source
      const target = one(
        targetAverageUtilization !== undefined && {
          type: 'Utilization',
          averageUtilization: targetAverageUtilization,
        },
        targetAverageValue !== undefined && { type: 'AverageValue', averageValue: targetAverageValue },
      )
      return target && { ...rest, target }
    }
    case 'pods': {
      const { metricName, selector, targetAverageValue, ...rest } = source
      if (metricName === undefined || targetAverageValue === undefined) return undefined
      const target = { type: 'AverageValue', averageValue: targetAverageValue }
      return { ...rest, metric: identifier(metricName, selector), target }
    }
    case 'object': {
      const { target: describedObject, metricName, targetValue, averageValue, selector, ...rest } = source
      if (describedObject === undefined || metricName === undefined) return undefined
      const value = targetValue !== undefined && { value: targetValue }
      const target =
        averageValue === undefined
          ? value && { type: 'Value', ...value }
          : { type: 'AverageValue', ...value, averageValue }
      return target
        ? { ...rest, describedObject, metric: identifier(metricName, selector), target }
        : undefined
    }
    case 'external': {
      const { metricName, metricSelector, targetValue, targetAverageValue, ...rest } = source
      const target = one(
        targetValue !== undefined && { type: 'Value', value: targetValue },
        targetAverageValue !== undefined && { type: 'AverageValue', averageValue: targetAverageValue },
      )
      if (metricName === undefined || !target) return undefined
      return { ...rest, metric: identifier(metricName, metricSelector), target }
    }
    default:
      return undefined
  }
}

const identifier = (name: Json, selector: Json | undefined): JsonObject => ({
  name,
  ...(selector !== undefined && { selector }),
})

/** The one of two that is there. */
const one = (left: JsonObject | false, right: JsonObject | false): JsonObject | undefined =>
  left && right ? undefined : left || right || undefined
