import type { JsonObject } from '../../engine/model/json'
import { groupOf } from '../../kubernetes/apiVersion'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { labelProblem } from '../../kubernetes/names'
import { noneNegative } from '../numbers'
import { type Place, root } from '../place'
import { objectAt, textAt } from '../read'
import { invalid, named, quoted, required } from '../say'
import { validateAnnotations, validateLabels } from './labels'
import { givenName, maskedPrefix } from './nameRules'
import { warnOfName } from './nameWarnings'
import { validateFinalizers, validateOwners } from './owners'

/** Names, labels, annotations and owners. Source: apimachinery, `ValidateObjectMetaAccessor`. */
export function validateMetadata(object: JsonObject, kind: Kind, answer: Answer): void {
  const place = root.child('metadata')
  const metadata = objectAt(object, 'metadata')
  validateName(metadata, kind, place, answer)
  validateNamespace(metadata, kind, place.child('namespace'), answer)
  if (!kind.of.some(countsChanges)) noneNegative(answer, place, metadata, ['generation'], 'The object')
  validateLabels(metadata, 'labels', place.child('labels'), answer)
  validateAnnotations(metadata, 'annotations', place.child('annotations'), answer)
  validateOwners(metadata, place.child('ownerReferences'), answer)
  validateFinalizers(metadata, place.child('finalizers'), needsDomains(kind), answer)
}

/** A prefix for a name is checked as a name, and so is the name that the server makes of it. */
function validateName(metadata: JsonObject, kind: Kind, place: Place, answer: Answer): void {
  const own = textAt(metadata, 'name')
  const prefix = textAt(metadata, 'generateName')
  const name = givenName(own, prefix)
  const isGenerated = own === '' && prefix !== ''
  const prefixPlace = place.child('generateName')
  const nameProblem = (text: string): string | undefined => kind.name(text, answer.minor)
  const prefixProblem = (text: string): string | undefined => nameProblem(maskedPrefix(text))
  if (prefix !== '') named(answer, prefixPlace, 'The generateName', prefix, prefixProblem)
  const here = isGenerated ? prefixPlace.spelled('metadata.name') : place.child('name')
  const problem = nameProblem(name)
  if (name === '') required(answer, here, 'The object has no name.')
  else if (problem === undefined) warnOfName(name, kind, here, answer)
  else if (isGenerated)
    invalid(
      answer,
      here,
      `The generateName ${quoted(prefix)} makes invalid names: a name ${problem}.`,
      'invalid-name',
    )
  else named(answer, here, 'The name', own, nameProblem)
}

/** No namespace can have an invalid name, so the server does not find it. The namespace of a cluster-scoped object is dropped. */
function validateNamespace(metadata: JsonObject, kind: Kind, place: Place, answer: Answer): void {
  const namespace = textAt(metadata, 'namespace')
  if (namespace === '') return
  if (kind.isClusterScoped) {
    answer.drop(
      'invalid-namespace',
      place,
      `The namespace ${namespace} has no effect. Objects of the kind ${kindName(kind)} have no namespace.`,
    )
    return
  }
  const problem = labelProblem(namespace)
  if (problem === undefined) return
  const message = `The namespace ${quoted(namespace)} ${problem}.`
  const hint = { kind: 'name', problem: labelProblem } as const
  answer.refuse('invalid-namespace', 'FieldValueNotFound', place, message, hint)
}

/** The name of a kind without its version. */
const kindName = ({ of }: Kind): string => of[0]?.split(' ').at(-1) ?? ''

const counting: ReadonlySet<string> = new Set([
  ...['apps', 'batch', 'policy', 'networking.k8s.io', 'discovery.k8s.io', 'scheduling.k8s.io'],
  ...['resource.k8s.io', 'flowcontrol.apiserver.k8s.io', 'admissionregistration.k8s.io'],
  ...['apiextensions.k8s.io', 'v1 Pod', 'v1 PodTemplate', 'v1 ReplicationController'],
])

/** Whether the server itself gives new objects of the kind a generation. Source: `PrepareForCreate` of the strategies. */
const countsChanges = (name: string): boolean => counting.has(groupOf(name)) || counting.has(name)

const ofApimachinery: ReadonlySet<string> = new Set([
  ...['policy', 'coordination.k8s.io', 'node.k8s.io', 'admissionregistration.k8s.io'],
  ...['apiextensions.k8s.io', 'apiregistration.k8s.io'],
])

/**
 * Whether finalizers other than the standard ones need a domain: where the validation of the kind is that of
 * `pkg/apis/core`, not that of apimachinery.
 */
const needsDomains = ({ of }: Kind): boolean =>
  !of.some((name) => name === 'v1 Event' || ofApimachinery.has(groupOf(name)))
