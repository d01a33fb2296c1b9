import { isObject, type Json, type JsonObject } from '../../engine/model/json'
import { withoutGated } from '../gates'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { validateLabelSelector } from '../labelSelector'
import { oldLabelProblem, subdomainProblem } from '../../kubernetes/names'
import { between } from '../numbers'
import { root, type Place } from '../place'
import { has, listAt, numberAt, objectAt, textAt, textsAt, withDefault, withField, withItems } from '../read'
import { validateConditions, validateRule, warnStaticName } from './admissionRule'
import { duplicate, invalid, named, oneOf, remove, repeated, required } from '../say'
import { validateClient } from './webhookClient'

/** Source: apimachinery, `IsFullyQualifiedName`. */
const qualifiedProblem = (name: string): string | undefined =>
  subdomainProblem(name) ??
  (name.split('.').length < 3 ? 'must have at least three parts with dots between them' : undefined)

/** Source: `validateAdmissionReviewVersions`; the same for conversions: `validateConversionReviewVersions`. */
export function validateReviewVersions(versions: readonly string[], place: Place, answer: Answer): void {
  if (versions.length === 0)
    return required(answer, place, 'The webhook has no review versions, such as “v1”.')
  const again = new Set(repeated(versions))
  versions.forEach((version, index) => {
    if (again.has(index))
      invalid(
        answer,
        place.index(index),
        `The webhook has the review version ${version} twice.`,
        'duplicate-item',
        remove,
      )
    else named(answer, place.index(index), 'The review version', version, oldLabelProblem)
  })
  if (!versions.some((version) => version === 'v1' || version === 'v1beta1'))
    invalid(
      answer,
      place,
      'The review versions of the webhook must include v1 or v1beta1.',
      'unsupported-value',
    )
}

/** Source: pkg/apis/admissionregistration/validation, `validateValidatingWebhook`, `validateMutatingWebhook`. */
function validateWebhook(hook: Json, isMutating: boolean, place: Place, answer: Answer): void {
  const name = textAt(hook, 'name')
  const choice = (field: string, values: readonly string[]): void =>
    oneOf(answer, place.child(field), `The ${field} of the webhook ${name}`, textAt(hook, field), values)
  if (name === '') required(answer, place.child('name'), 'A webhook has no name.')
  else named(answer, place.child('name'), 'The name of the webhook', name, qualifiedProblem)
  listAt(hook, 'rules').forEach((rule, index) =>
    validateRule(rule, place.child('rules').index(index), answer),
  )
  choice('failurePolicy', ['Ignore', 'Fail'])
  choice('matchPolicy', ['Exact', 'Equivalent'])
  if (has(hook, 'sideEffects')) choice('sideEffects', ['None', 'NoneOnDryRun'])
  else
    required(
      answer,
      place.child('sideEffects'),
      `The webhook ${name} has no sideEffects. They must be “None” or “NoneOnDryRun”.`,
    )
  const seconds = numberAt(hook, 'timeoutSeconds') ?? 10
  between(answer, place.child('timeoutSeconds'), `The timeoutSeconds of the webhook ${name}`, seconds, 1, 30)
  for (const field of ['namespaceSelector', 'objectSelector'])
    validateLabelSelector(objectAt(hook, field), place.child(field), answer)
  if (isMutating) choice('reinvocationPolicy', ['Never', 'IfNeeded'])
  validateClient(objectAt(hook, 'clientConfig'), place.child('clientConfig'), answer)
  const kept = isObject(hook)
    ? withoutGated(hook, place, `The webhook ${name}`, { matchConditions: 28 }, answer)
    : hook
  validateConditions(listAt(kept, 'matchConditions'), false, place.child('matchConditions'), answer)
  validateReviewVersions(
    textsAt(hook, 'admissionReviewVersions'),
    place.child('admissionReviewVersions'),
    answer,
  )
}

function validateConfiguration(object: JsonObject, isMutating: boolean, answer: Answer): void {
  const place = root.child('webhooks')
  const hooks = listAt(object, 'webhooks')
  hooks.forEach((hook, index) => validateWebhook(hook, isMutating, place.index(index), answer))
  const names = hooks.map((hook) => textAt(hook, 'name'))
  for (const index of repeated(names))
    duplicate(answer, place.index(index).child('name'), `Two webhooks have the name ${names[index] ?? ''}.`)
  warnStaticName(object, answer)
}

/** Source: pkg/apis/admissionregistration/v1/defaults.go. */
const completeWebhook = (hook: JsonObject): JsonObject =>
  Object.entries<Json>({
    failurePolicy: 'Fail',
    matchPolicy: 'Equivalent',
    namespaceSelector: {},
    objectSelector: {},
    timeoutSeconds: 10,
    reinvocationPolicy: 'Never',
  }).reduce(
    (before, [field, value]) => withDefault(before, field, value),
    withItems(withField(hook, 'clientConfig', completeClient), 'rules', (rule) =>
      withDefault(rule, 'scope', '*'),
    ),
  )

/** The port of a webhook’s Service is 443 unless it is given. */
export const completeClient = (client: JsonObject): JsonObject =>
  withField(client, 'service', (service) => withDefault(service, 'port', 443))

const kindOf = (name: string, isMutating: boolean): Kind => ({
  of: [`admissionregistration.k8s.io/v1 ${name}`],
  isClusterScoped: true,
  name: subdomainProblem,
  complete: (object) => withItems(object, 'webhooks', completeWebhook),
  validate: (object, answer) => validateConfiguration(object, isMutating, answer),
})

export const webhookKinds: readonly Kind[] = [
  kindOf('ValidatingWebhookConfiguration', false),
  kindOf('MutatingWebhookConfiguration', true),
]
