import type { Json, JsonObject } from '../../engine/model/json'
import { parseIp } from '../addresses'
import type { Hint, Answer } from '../answer'
import { subdomainProblem } from '../../kubernetes/names'
import { root, type Place } from '../place'
import { annotationOf, has, listAt, objectAt, textAt, textsAt } from '../read'
import { invalid, named, namedIfSet, oneOf, quoted, required } from '../say'
import { checkHost } from './hosts'
import { validateBackend } from './ingressBackend'

const classAnnotation = 'kubernetes.io/ingress.class'
const spec = root.child('spec')

/** Source: `ValidateIngressCreate`. */
export function validateIngress(object: JsonObject, answer: Answer): void {
  const ingress = objectAt(object, 'spec')
  const rules = listAt(ingress, 'rules')
  if (rules.length === 0 && !has(ingress, 'defaultBackend'))
    invalid(
      answer,
      spec.child('rules').spelled(spec.field),
      'The Ingress has neither rules nor a defaultBackend.',
      'required-field',
    )
  if (has(ingress, 'defaultBackend'))
    validateBackend(objectAt(ingress, 'defaultBackend'), spec.child('defaultBackend'), answer)
  for (const [index, rule] of rules.entries()) validateRule(rule, spec.child('rules').index(index), answer)
  for (const [index, tls] of listAt(ingress, 'tls').entries())
    validateTls(tls, spec.child('tls').index(index), answer)
  validateClass(object, ingress, answer)
}

function validateClass(object: JsonObject, ingress: JsonObject, answer: Answer): void {
  const annotation = annotationOf(object, classAnnotation)
  const name = textAt(ingress, 'ingressClassName')
  const place = root.child('metadata', 'annotations')
  if (!has(ingress, 'ingressClassName')) {
    if (annotation !== undefined && answer.causes.length === 0)
      answer.warn(
        'deprecated',
        place.keyOf(classAnnotation),
        `The annotation ${classAnnotation} is deprecated. Use spec.ingressClassName.`,
      )
    return
  }
  named(answer, spec.child('ingressClassName'), 'The ingressClassName', name, subdomainProblem)
  if (annotation !== undefined && annotation !== name)
    invalid(
      answer,
      place.key(classAnnotation).spelled(`annotations.${classAnnotation}`),
      `The annotation ${classAnnotation} is ${quoted(annotation)}, but the ingressClassName is ${quoted(name)}.`,
      'conflicting-fields',
    )
}

function validateRule(rule: Json, place: Place, answer: Answer): void {
  const host = textAt(rule, 'host')
  const at = place.child('host')
  if (parseIp(host))
    invalid(answer, at, `The host ${host} is an IP address. It must be a name.`, 'invalid-address')
  if (host !== '') checkHost(answer, at, 'The host', host)
  if (!has(rule, 'http')) return
  const paths = listAt(objectAt(rule, 'http'), 'paths')
  const list = place.child('http', 'paths')
  const subject = host === '' ? 'The rule' : `The rule for ${quoted(host)}`
  if (paths.length === 0) required(answer, list, `${subject} has no paths.`)
  for (const [index, path] of paths.entries()) validatePath(path, list.index(index), answer)
}

const badParts: readonly string[] = ['//', '/./', '/../', '%2f', '%2F']
const badEnds: readonly string[] = ['/..', '/.']
const pathTypes: readonly string[] = ['Exact', 'ImplementationSpecific', 'Prefix']

/** Source: `validateHTTPIngressPath`. */
function validatePath(item: Json, place: Place, answer: Answer): void {
  const path = textAt(item, 'path')
  const type = textAt(item, 'pathType')
  const typePlace = place.child('pathType')
  if (!has(item, 'pathType')) {
    const hint: Hint | undefined = isPlain(path) ? { kind: 'set', value: 'Prefix' } : undefined
    required(answer, typePlace, `The path ${quoted(path)} has no pathType.`, 'required-field', hint)
    return
  }
  oneOf(answer, typePlace, `The pathType of ${quoted(path)}`, type, pathTypes)
  const hint = pathHint(path, type)
  for (const problem of pathProblems(path, type))
    invalid(
      answer,
      place.child('path'),
      path === ''
        ? `The path is missing, which pathType ${type} needs.`
        : `The path ${quoted(path)} ${problem}.`,
      'invalid-path',
      hint,
    )
  validateBackend(objectAt(item, 'backend'), place.child('backend'), answer)
}

/** Whether a path can only be a prefix or a whole path: not a pattern, which some controllers accept. */
const isPlain = (path: string): boolean =>
  pathProblems(path, 'Prefix').length === 0 && !/[*+?^$()[\]{}|\\]/.test(path)

function pathProblems(path: string, type: string): readonly string[] {
  const start = path.startsWith('/') ? [] : ['must begin with “/”']
  if (type === 'ImplementationSpecific') return path === '' ? [] : start
  if (type !== 'Exact' && type !== 'Prefix') return []
  return [
    ...start,
    ...badParts.filter((part) => path.includes(part)).map((part) => `must not contain “${part}”`),
    ...badEnds.filter((end) => path.endsWith(end)).map((end) => `must not end with “${end}”`),
  ]
}

/** The path with one slash at its beginning and between its parts, if that is all. */
function pathHint(path: string, type: string): Hint | undefined {
  const value = `/${path}`.replace(/\/{2,}/g, '/')
  const isMeant = path !== '' || type === 'Prefix'
  return isMeant && pathProblems(value, type).length === 0 ? { kind: 'set', value } : undefined
}

function validateTls(tls: Json, place: Place, answer: Answer): void {
  for (const [index, host] of textsAt(tls, 'hosts').entries())
    checkHost(answer, place.child('hosts').index(index), 'The TLS host', host)
  namedIfSet(answer, place.child('secretName'), 'The name of the TLS Secret', textAt(tls, 'secretName'))
}
