import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { labelProblem, subdomainProblem } from '../../kubernetes/names'
import { root, type Place } from '../place'
import { has, objectAt, textAt, withDefault, withField } from '../read'
import { forbidden, invalid, named, oneOf, quoted, required, tooLong } from '../say'
import { validateReference } from './ingressBackend'

const longestController = 250

/** Source: `SetDefaults_IngressClass`. */
export const completeIngressClass = (object: JsonObject): JsonObject =>
  withField(object, 'spec', (spec) =>
    withField(spec, 'parameters', (parameters) => withDefault(parameters, 'scope', 'Cluster')),
  )

/** Source: `ValidateIngressClass`. */
export function validateIngressClass(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  validateController(textAt(spec, 'controller'), place.child('controller'), answer)
  if (has(spec, 'parameters'))
    validateParameters(objectAt(spec, 'parameters'), place.child('parameters'), answer)
}

/** Source: apimachinery, `IsDomainPrefixedPath`. */
function validateController(controller: string, place: Place, answer: Answer): void {
  const what = 'The controller of the IngressClass'
  if (controller.length > longestController) tooLong(answer, place, what, longestController)
  if (controller === '') return required(answer, place, `${what} is missing.`)
  const [domain = '', ...rest] = controller.split('/')
  const path = rest.join('/')
  if (domain === '' || path === '')
    invalid(
      answer,
      place,
      `${what} is ${quoted(controller)}. It must be a domain and a path, such as example.com/controller.`,
      'invalid-name',
    )
  else {
    refuseName(subdomainProblem(domain), `The domain of the controller ${quoted(controller)}`, place, answer)
    refuseName(httpPathProblem(path), `The path of the controller ${quoted(controller)}`, place, answer)
  }
}

/** `problem`: of a part of the text at the place. */
function refuseName(problem: string | undefined, what: string, place: Place, answer: Answer): void {
  if (problem !== undefined) invalid(answer, place, `${what} ${problem}.`, 'invalid-name')
}

const httpPathProblem = (path: string): string | undefined =>
  /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path) ? undefined : 'must have only characters that a URL can have'

/** Source: `validateIngressClassParametersReference`. */
function validateParameters(parameters: JsonObject, place: Place, answer: Answer): void {
  validateReference(parameters, place, answer)
  const scope = textAt(parameters, 'scope')
  const namespace = place.child('namespace')
  const what = 'the parameters of the IngressClass'
  oneOf(answer, place.child('scope'), `The scope of ${what}`, scope, ['Cluster', 'Namespace'])
  if (scope === 'Namespace' && !has(parameters, 'namespace'))
    required(answer, namespace, `The scope of ${what} is Namespace, but they have no namespace.`)
  else if (scope === 'Namespace')
    named(answer, namespace, `The namespace of ${what}`, textAt(parameters, 'namespace'), labelProblem)
  else if (scope === 'Cluster' && has(parameters, 'namespace'))
    forbidden(
      answer,
      namespace,
      `The scope of ${what} is Cluster, so they must not have a namespace.`,
      'conflicting-fields',
    )
}
