import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { subdomainProblem } from '../../kubernetes/names'

/** A kind of the admission policies, which has the same rules in all its versions. */
export const admissionKind = (
  name: string,
  complete: (object: JsonObject) => JsonObject,
  validate: (object: JsonObject, answer: Answer) => void,
): Kind => ({
  of: ['v1', 'v1beta1', 'v1alpha1'].map((version) => `admissionregistration.k8s.io/${version} ${name}`),
  isClusterScoped: true,
  name: subdomainProblem,
  complete,
  validate,
})
