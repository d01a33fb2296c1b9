import { field, type Json, type JsonObject } from '../../engine/model/json'
import { listText } from '../../engine/model/shorten'
import type { Hint, Answer, Reason } from '../answer'
import type { Kind } from '../kind'
import { subdomainName } from '../metadata/nameRules'
import { type Place, root } from '../place'
import { milli } from '../quantities'
import { has, listAt, objectAt, textAt, textsAt } from '../read'
import {
  checkAmount,
  checkResourceName,
  isQuotaName,
  quotaResourceProblem,
  quotaResources,
} from '../resourceNames'
import { choice, quoted, remove } from '../say'

const podResources = ['pods', ...['', 'limits.', 'requests.'].flatMap((of) => [`${of}cpu`, `${of}memory`])]

/** The resources that a scope can be used with. Source: `IsResourceQuotaScopeValidForResource`. */
const resourcesOf: ReadonlyMap<string, readonly string[]> = new Map([
  ['Terminating', podResources],
  ['NotTerminating', podResources],
  ['NotBestEffort', podResources],
  ['PriorityClass', podResources],
  ['CrossNamespacePodAffinity', podResources],
  ['BestEffort', ['pods']],
  ['VolumeAttributesClass', ['persistentvolumeclaims', 'requests.storage']],
])

const scopeNames = [...resourcesOf.keys()]

/** For each scope, the resources of a quota that it does not apply to. `hard`: the names of the resources. */
const unfitFor = (hard: readonly string[]): Unfit =>
  new Map(
    [...resourcesOf].map(([scope, fit]) => [scope, listText(hard.filter((name) => !fit.includes(name)))]),
  )

/** By scope: `cpu, memory`; empty for none. */
type Unfit = ReadonlyMap<string, string>

/** Scopes that have no values. */
const plainScopes = [
  ...['Terminating', 'NotTerminating', 'BestEffort', 'NotBestEffort'],
  'CrossNamespacePodAffinity',
]

const exclusive = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
] as const

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist']

type Refuse = (place: Place, message: string, hint?: Hint, reason?: Reason) => void

/** One scope, wherever it is. `places`: where the scope and its use with a resource are reported. */
function validateScope(
  scope: string,
  unfit: Unfit,
  places: { readonly scope: Place; readonly use: Place },
  refuse: Refuse,
): void {
  const others = unfit.get(scope)
  if (others === undefined)
    refuse(places.scope, `The scope of the quota is ${quoted(scope)}. It must be ${choice(scopeNames)}.`, {
      kind: 'word',
      allowed: scopeNames,
    })
  else if (others !== '') refuse(places.use, `The scope ${scope} of the quota does not apply to ${others}.`)
}

function validateConflicts(scopes: readonly string[], place: Place, refuse: Refuse): void {
  for (const [one, other] of exclusive)
    if (scopes.includes(one) && scopes.includes(other))
      refuse(place, `The quota has both scopes ${one} and ${other}, which exclude each other.`)
}

/** Source: `validateScopedResourceSelectorRequirement`. The server writes no index. */
function validateExpression(expression: Json, unfit: Unfit, place: Place, list: Place, refuse: Refuse): void {
  const scope = textAt(expression, 'scopeName')
  const operator = textAt(expression, 'operator')
  const values = listAt(expression, 'values')
  const at = (key: string): Place => place.child(key).spelled(`${list.field}.${key}`)
  validateScope(scope, unfit, { scope: at('scopeName'), use: place.spelled(list.field) }, refuse)
  if (plainScopes.includes(scope) && operator !== 'Exists')
    refuse(at('operator'), `The operator of the scope ${scope} must be Exists.`, {
      kind: 'set',
      value: 'Exists',
    })
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0)
      refuse(
        at('values'),
        `The operator ${operator} of the scope ${scope} needs at least one value.`,
        undefined,
        'FieldValueRequired',
      )
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length > 0)
      refuse(at('values'), `The operator ${operator} of the scope ${scope} takes no values.`, remove)
  } else
    refuse(
      at('operator'),
      `The operator of the scope ${scope} is ${quoted(operator)}. It must be ${choice(operators)}.`,
      { kind: 'word', allowed: operators },
    )
}

/** Source: `ValidateResourceQuotaSpec`. */
function validate(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  const hard = objectAt(spec, 'hard')
  const names = Object.keys(hard)
  const unfit = unfitFor(names.filter(isQuotaName))
  const hardPlace = place.child('hard')
  for (const name of names) {
    checkResourceName(answer, hardPlace.keyOf(name), name, quotaResourceProblem, quotaResources)
    checkAmount(answer, hardPlace.key(name), `The quota of ${name}`, name, field(hard, name))
  }
  const refuse: Refuse = (here, message, hint, reason = 'FieldValueInvalid') =>
    answer.refuse('invalid-scope', reason, here, message, hint)
  const scopesPlace = place.child('scopes')
  const scopes = textsAt(spec, 'scopes')
  scopes.forEach((scope, index) => {
    const here = scopesPlace.index(index).spelled(scopesPlace.field)
    validateScope(scope, unfit, { scope: here, use: here }, refuse)
  })
  validateConflicts(scopes, scopesPlace, refuse)
  const expressionsPlace = place.child('scopeSelector', 'matchExpressions')
  const expressions = listAt(objectAt(spec, 'scopeSelector'), 'matchExpressions')
  expressions.forEach((expression, index) =>
    validateExpression(expression, unfit, expressionsPlace.index(index), expressionsPlace, refuse),
  )
  validateConflicts(
    expressions.map((expression) => textAt(expression, 'scopeName')),
    expressionsPlace,
    refuse,
  )
  warnOfRequests(hard, hardPlace, answer)
  if (has(object, 'status'))
    answer.drop('no-effect', root.child('status'), 'The status of a new ResourceQuota has no effect.')
}

/** Quotas whose requests are above their limits. They are accepted. Source: `resourcequotaStrategy.WarningsOnCreate`. */
function warnOfRequests(hard: JsonObject, place: Place, answer: Answer): void {
  for (const name of ['cpu', 'memory', 'storage', 'ephemeral-storage']) {
    const bare = name === 'cpu' || name === 'memory' ? [name] : []
    const request = [`requests.${name}`, ...bare].find((one) => Object.hasOwn(hard, one))
    const limit = `limits.${name}`
    if (
      request !== undefined &&
      Object.hasOwn(hard, limit) &&
      milli(field(hard, request)) > milli(field(hard, limit))
    )
      answer.warn(
        'request-above-limit',
        place.key(request),
        `The quota of ${request} is above that of ${limit}.`,
      )
  }
}

export const resourceQuota: Kind = { of: ['v1 ResourceQuota'], name: subdomainName, validate }
