import type { JsonObject } from '../../../engine/model/json'
import type { Answer } from '../../answer'
import type { Kind } from '../../kind'
import { oldLabelProblem, subdomainProblem } from '../../../kubernetes/names'
import { root, type Place } from '../../place'
import { has, isTrueAt, listAt, objectAt, textAt, textsAt, withDefault, withField } from '../../read'
import { invalid, named, neededName, notAllowed, oneOf, quoted, remove, required } from '../../say'
import { validateClient } from '../webhookClient'
import { completeClient, validateReviewVersions } from '../webhooks'
import { validateVersions } from './versions'

/* Source: apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go. */

const place = root.child('spec')

/** Source: `ValidateCustomResourceDefinition`, `validateCustomResourceDefinitionSpec`. */
function validate(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const group = textAt(spec, 'group')
  const name = textAt(objectAt(object, 'metadata'), 'name')
  const expected = `${textAt(objectAt(spec, 'names'), 'plural')}.${group}`
  if (name !== '' && name !== expected)
    invalid(
      answer,
      root.child('metadata', 'name'),
      `The name of the CustomResourceDefinition is ${quoted(name)}. It must be ${quoted(expected)}: its plural and group.`,
      'invalid-name',
      expected.startsWith('.') || expected.endsWith('.') ? undefined : { kind: 'set', value: expected },
    )
  neededName(
    answer,
    place.child('group'),
    'The group of the CustomResourceDefinition',
    group,
    (text) => subdomainProblem(text) ?? (text.includes('.') ? undefined : 'must have a dot'),
  )
  const scope = textAt(spec, 'scope')
  if (scope === '')
    required(
      answer,
      place.child('scope'),
      'The CustomResourceDefinition has no scope. It must be “Namespaced” or “Cluster”.',
    )
  else
    oneOf(answer, place.child('scope'), 'The scope of the CustomResourceDefinition', scope, [
      'Cluster',
      'Namespaced',
    ])
  validateVersionNames(spec, answer)
  validateNames(objectAt(spec, 'names'), place.child('names'), answer)
  validateVersions(spec, answer)
  const strategy = textAt(objectAt(spec, 'conversion'), 'strategy')
  if (isTrueAt(spec, 'preserveUnknownFields')) {
    invalid(
      answer,
      place.child('preserveUnknownFields'),
      'preserveUnknownFields must not be true. Use x-kubernetes-preserve-unknown-fields in the schemas.',
      'field-not-allowed',
      remove,
    )
    if (strategy !== 'None')
      invalid(
        answer,
        place.child('conversion', 'strategy'),
        'With preserveUnknownFields: true, the strategy of the conversion must be None.',
        'conflicting-fields',
        { kind: 'set', value: 'None' },
      )
  }
  validateConversion(objectAt(spec, 'conversion'), place.child('conversion'), answer)
  validateApproval(object, group, answer)
}

/** Names of versions and which of them is stored. Source: also `ValidateCustomResourceDefinitionStoredVersions`. */
function validateVersionNames(spec: JsonObject, answer: Answer): void {
  const versions = listAt(spec, 'versions')
  const at = place.child('versions')
  const names = versions.map((version) => textAt(version, 'name'))
  names.forEach((name, index) =>
    named(answer, at.index(index).child('name'), 'The name of the version', name, oldLabelProblem),
  )
  const [first] = names
  if (first !== undefined && first !== '')
    named(
      answer,
      at.index(0).child('name').spelled('spec.version'),
      'The name of the version',
      first,
      oldLabelProblem,
    )
  if (new Set(names).size < names.length)
    invalid(answer, at, 'Two versions of the CustomResourceDefinition have the same name.', 'duplicate-item')
  const stored = versions.flatMap((version, index) => (isTrueAt(version, 'storage') ? [index] : []))
  const message = `Exactly one version must have storage: true, but ${stored.length === 0 ? 'none has' : `${stored.length} have`} it.`
  if (stored.length !== 1) invalid(answer, at, message, 'invalid-storage-version')
  const [chosen = -1] = stored
  // The server looks up the stored version by name, and finds an earlier one with the same name first.
  if (stored.length !== 1 || names.indexOf(names[chosen] ?? '') < chosen)
    invalid(answer, at.spelled('status.storedVersions'), message, 'invalid-storage-version')
}

/** Source: `ValidateCustomResourceDefinitionNames`. */
function validateNames(names: JsonObject, at: Place, answer: Answer): void {
  const kind = textAt(names, 'kind')
  const kindProblem = (name: string): string | undefined => oldLabelProblem(name.toLowerCase())
  const problems = {
    plural: oldLabelProblem,
    singular: oldLabelProblem,
    kind: kindProblem,
    listKind: kindProblem,
  }
  for (const [field, problem] of Object.entries(problems))
    neededName(
      answer,
      at.child(field),
      `The ${field} of the CustomResourceDefinition`,
      textAt(names, field),
      problem,
    )
  for (const field of ['shortNames', 'categories'])
    textsAt(names, field).forEach((name, index) =>
      named(answer, at.child(field).index(index), `The item of ${field}`, name, oldLabelProblem),
    )
  if (kind !== '' && kind === textAt(names, 'listKind'))
    invalid(
      answer,
      at.child('listKind'),
      `The listKind must differ from the kind, ${kind}.`,
      'duplicate-name',
      { kind: 'set', value: `${kind}List` },
    )
}

/** Source: `validateCustomResourceConversion`. */
function validateConversion(conversion: JsonObject, at: Place, answer: Answer): void {
  const strategy = textAt(conversion, 'strategy')
  const webhook = objectAt(conversion, 'webhook')
  const inside = at.child('webhook')
  const client = inside.child('clientConfig').spelled(`${at.field}.webhookClientConfig`)
  const reviews = inside.child('conversionReviewVersions').spelled(`${at.field}.conversionReviewVersions`)
  if (strategy === '') required(answer, at.child('strategy'), 'The conversion has no strategy.')
  else oneOf(answer, at.child('strategy'), 'The strategy of the conversion', strategy, ['None', 'Webhook'])
  if (strategy === 'Webhook') {
    if (has(webhook, 'clientConfig')) validateClient(objectAt(webhook, 'clientConfig'), client, answer)
    else required(answer, client, 'A conversion with the strategy Webhook needs a clientConfig.')
    validateReviewVersions(textsAt(webhook, 'conversionReviewVersions'), reviews, answer)
    return
  }
  const message = 'Only a conversion with the strategy Webhook can have a webhook.'
  if (has(webhook, 'clientConfig')) notAllowed(answer, client, message)
  if (textsAt(webhook, 'conversionReviewVersions').length > 0) notAllowed(answer, reviews, message)
}

const approval = 'api-approved.kubernetes.io'

/** Source: `validateAPIApproval`, `GetAPIApprovalState`. */
function validateApproval(object: JsonObject, group: string, answer: Answer): void {
  if (!/(^|\.)(k8s|kubernetes)\.io$/.test(group)) return
  const text = textAt(objectAt(objectAt(object, 'metadata'), 'annotations'), approval)
  const at = root.child('metadata', 'annotations').key(approval)
  if (text === '')
    required(
      answer,
      place.child('group').spelled(at.field),
      `The group ${group} belongs to the Kubernetes project: the annotation ${approval} must be the URL of its approval.`,
      'unapproved-group',
    )
  else if (!text.startsWith('unapproved') && !/^[A-Za-z][A-Za-z\d+.-]*:\/\/[^/\s]/.test(text))
    invalid(
      answer,
      at,
      `The annotation ${approval} must be a URL, or begin with “unapproved”.`,
      'unapproved-group',
    )
}

/** Source: apiextensions/v1/defaults.go. */
const complete = (object: JsonObject): JsonObject => {
  const spec = withDefault(objectAt(object, 'spec'), 'conversion', { strategy: 'None' })
  const withClient = withField(spec, 'conversion', (conversion) =>
    withField(conversion, 'webhook', (webhook) => withField(webhook, 'clientConfig', completeClient)),
  )
  return { ...object, spec: withField(withClient, 'names', completeNames) }
}

const completeNames = (names: JsonObject): JsonObject => {
  const kind = textAt(names, 'kind')
  const singular = textAt(names, 'singular') || kind.toLowerCase()
  const listKind = textAt(names, 'listKind') || (kind === '' ? '' : `${kind}List`)
  return { ...names, singular, listKind }
}

export const definitionKinds: readonly Kind[] = [
  {
    of: ['apiextensions.k8s.io/v1 CustomResourceDefinition'],
    isClusterScoped: true,
    name: subdomainProblem,
    complete,
    validate,
  },
]
