import { field, type JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { qualifiedNameProblem } from '../../kubernetes/names'
import type { Place } from '../place'
import { isQuantity, milli, quantityText } from '../quantities'
import { has, textAt } from '../read'
import { choice, invalid, lowerFirst, oneOf, quoted, required } from '../say'
import { cpuUnits, isCpuUnit, isUnit, units } from './divisors'
import { subscriptOf } from './subscript'

/*
 * What a container reads from its own Pod: into a variable, or into a file of a volume.
 */

/** The fields of a Pod that a variable can take its value from. */
export const envFields: readonly string[] = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]

/** The fields of a Pod that a file can have. */
export const fileFields: readonly string[] = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
]

const knownFields: ReadonlySet<string> = new Set([
  ...envFields,
  ...fileFields,
  'spec.restartPolicy',
  'spec.schedulerName',
  'status.phase',
])

const rule = 'invalid-field-path'

const otherSubscript = /^(metadata\.(?:labels|annotations))(?:\["([^"]+)"\]|\[([^'"\]]+)\]|\.([^'"]+))$/

/** The usual spelling of a path such as `metadata.labels["app"]` or `metadata.labels.app`; undefined for others. */
function withSubscript(path: string): string | undefined {
  const [, map, ...keys] = otherSubscript.exec(path) ?? []
  const key = keys.find((one) => one !== undefined)
  return map === undefined || key === undefined || qualifiedNameProblem(key) !== undefined
    ? undefined
    : `${map}['${key}']`
}

/**
 * A field of the Pod by its path. `fields`: those that can be read here. `title`: what uses it: “the environment variable A
 * of container web”. Source: core/validation, `validateObjectFieldSelector`, `ConvertDownwardAPIFieldLabel`.
 */
export function validateFieldRef(
  ref: JsonObject,
  place: Place,
  title: string,
  fields: readonly string[],
  answer: Answer,
): void {
  const written = textAt(ref, 'fieldPath')
  const path = written === 'spec.host' ? 'spec.nodeName' : written
  const here = place.child('fieldPath')
  const what = `The fieldPath of ${title}`
  if (path === '') return required(answer, here, `${what} is missing.`)
  const version = textAt(ref, 'apiVersion')
  if (version !== '' && version !== 'v1')
    return invalid(
      answer,
      place.child('apiVersion').spelled(here.field),
      `The apiVersion of ${title} is ${quoted(version)}. It must be “v1”.`,
      rule,
      { kind: 'set', value: 'v1' },
    )
  const { map: name, key = '' } = subscriptOf(path) ?? {}
  if (name === undefined) {
    const subscript = withSubscript(path)
    if (subscript !== undefined)
      return invalid(answer, here, `${what} is ${quoted(path)}. Write ${subscript} instead.`, rule, {
        kind: 'set',
        value: subscript,
      })
    oneOf(answer, here, what, path, fields, {
      rule,
      reason: knownFields.has(path) ? 'FieldValueNotSupported' : 'FieldValueInvalid',
    })
    return
  }
  if (name !== 'metadata.labels' && name !== 'metadata.annotations')
    return invalid(
      answer,
      here,
      `${what} is ${quoted(path)}, but only metadata.labels and metadata.annotations have keys.`,
      rule,
    )
  const problem = qualifiedNameProblem(name === 'metadata.annotations' ? key.toLowerCase() : key)
  if (problem !== undefined)
    invalid(
      answer,
      here.spelled(place.field),
      `The key ${quoted(key)} in ${lowerFirst(what)} ${problem}.`,
      rule,
    )
}

const resources: readonly string[] = [
  'limits.cpu',
  'limits.ephemeral-storage',
  'limits.memory',
  'requests.cpu',
  'requests.ephemeral-storage',
  'requests.memory',
]

const isHugePages = (name: string): boolean => /^(requests|limits)\.hugepages-/.test(name)

/**
 * A resource of a container: of the one with the variable, or with `isFile` of one that is named. Source: core/validation,
 * `validateContainerResourceFieldSelector`, `validateContainerResourceDivisor`.
 */
export function validateResourceFieldRef(
  ref: JsonObject,
  place: Place,
  title: string,
  answer: Answer,
  isFile = false,
): void {
  const name = textAt(ref, 'resource')
  const what = `The resource of ${title}`
  if (isFile && textAt(ref, 'containerName') === '')
    required(answer, place.child('containerName'), `The containerName of ${title} is missing.`)
  else if (name === '') required(answer, place.child('resource'), `${what} is missing.`)
  else if (!isHugePages(name)) oneOf(answer, place.child('resource'), what, name, resources, { rule })
  const divisor = field(ref, 'divisor')
  if (!has(ref, 'divisor') || (isQuantity(divisor) && milli(divisor) === 0n)) return
  const isKnown = isHugePages(name) || resources.includes(name)
  const isCpu = name.endsWith('.cpu')
  if (isQuantity(divisor) && (!isKnown || (isCpu ? isCpuUnit(divisor) : isUnit(divisor)))) return
  const allowed = isCpu ? cpuUnits : units
  invalid(
    answer,
    place.child('divisor'),
    `The divisor of ${title} is ${quoted(quantityText(divisor))}. It must be ${choice(allowed)}.`,
    rule,
    { kind: 'word', allowed },
  )
}
