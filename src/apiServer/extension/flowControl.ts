import type { Json, JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { labelProblem, subdomainProblem } from '../../kubernetes/names'
import { atLeast, between } from '../numbers'
import { root, type Place } from '../place'
import { has, isTrueAt, listAt, numberAt, objectAt, textAt, textsAt, withDefault, withField } from '../read'
import { invalid, named, neededName, notAllowed, oneOf, required, wildcardAlone } from '../say'

/* Source: pkg/apis/flowcontrol/validation/validation.go. */

const spec = root.child('spec')
const nameOf = (object: JsonObject): string => textAt(objectAt(object, 'metadata'), 'name')

/** Source: `ValidateFlowSchemaSpec`. */
function validateSchema(object: JsonObject, answer: Answer): void {
  const schema = objectAt(object, 'spec')
  const precedence = numberAt(schema, 'matchingPrecedence') ?? 0
  const isFirst = precedence === 1 && nameOf(object) !== 'exempt'
  if (precedence <= 0 || precedence > 10_000 || isFirst)
    invalid(
      answer,
      spec.child('matchingPrecedence'),
      isFirst
        ? 'The matchingPrecedence 1 is reserved for the FlowSchema “exempt”.'
        : `The matchingPrecedence of the FlowSchema is ${precedence}. It must be between 2 and 10000.`,
      'number-out-of-range',
      { kind: 'number', least: 2, most: 10_000 },
    )
  if (has(schema, 'distinguisherMethod'))
    oneOf(
      answer,
      spec.child('distinguisherMethod', 'type'),
      'The type of the distinguisherMethod',
      textAt(objectAt(schema, 'distinguisherMethod'), 'type'),
      ['ByNamespace', 'ByUser'],
    )
  neededName(
    answer,
    spec.child('priorityLevelConfiguration', 'name'),
    'The name of the priorityLevelConfiguration',
    textAt(objectAt(schema, 'priorityLevelConfiguration'), 'name'),
  )
  listAt(schema, 'rules').forEach((rule, index) =>
    validateRule(rule, spec.child('rules').index(index), answer),
  )
}

/** Source: `ValidateFlowSchemaPolicyRulesWithSubjects`. */
function validateRule(rule: Json, place: Place, answer: Answer): void {
  const subjects = listAt(rule, 'subjects')
  if (subjects.length === 0) required(answer, place.child('subjects'), 'The rule has no subjects.')
  subjects.forEach((subject, index) => validateSubject(subject, place.child('subjects').index(index), answer))
  const forResources = listAt(rule, 'resourceRules')
  const forAddresses = listAt(rule, 'nonResourceRules')
  if (forResources.length === 0 && forAddresses.length === 0)
    required(answer, place, 'The rule has neither resourceRules nor nonResourceRules.')
  forResources.forEach((item, index) =>
    validateResources(item, place.child('resourceRules').index(index), answer),
  )
  forAddresses.forEach((item, index) =>
    validateAddresses(item, place.child('nonResourceRules').index(index), answer),
  )
}

const subjectFields: Readonly<Record<string, string>> = {
  Group: 'group',
  ServiceAccount: 'serviceAccount',
  User: 'user',
}

/** Source: `ValidateFlowSchemaSubject`. */
function validateSubject(subject: Json, place: Place, answer: Answer): void {
  const kind = textAt(subject, 'kind')
  oneOf(answer, place.child('kind'), 'The kind of the subject', kind, Object.keys(subjectFields))
  const own = subjectFields[kind]
  if (own === undefined) return
  for (const other of Object.values(subjectFields))
    if (other !== own && has(subject, other))
      notAllowed(answer, place.child(other), `A subject of kind ${kind} must not have ${other}.`)
  if (!has(subject, own))
    return required(answer, place.child(own), `The subject is of kind ${kind}, so it needs ${own}.`)
  const about = objectAt(subject, own)
  const at = place.child(own)
  const name = textAt(about, 'name')
  if (name === '') required(answer, at.child('name'), `The subject of kind ${kind} has no name.`)
  if (kind !== 'ServiceAccount') return
  if (name !== '' && name !== '*')
    named(answer, at.child('name'), 'The ServiceAccount', name, subdomainProblem)
  neededName(
    answer,
    at.child('namespace'),
    'The namespace of the ServiceAccount',
    textAt(about, 'namespace'),
    labelProblem,
  )
}

const verbs = ['get', 'list', 'create', 'update', 'delete', 'deletecollection', 'patch', 'watch', 'proxy']

function validateVerbs(rule: Json, place: Place, answer: Answer): void {
  const asked = textsAt(rule, 'verbs')
  if (asked.length === 0) required(answer, place.child('verbs'), 'The rule has no verbs.')
  wildcardAlone(answer, place.child('verbs'), 'The verbs of the rule', asked)
  if (asked.includes('*')) return
  const unknown = asked.find((verb) => !verbs.includes(verb))
  if (unknown !== undefined) oneOf(answer, place.child('verbs'), 'The verb of the rule', unknown, verbs)
}

/** Source: `ValidateFlowSchemaResourcePolicyRule`. */
function validateResources(rule: Json, place: Place, answer: Answer): void {
  validateVerbs(rule, place, answer)
  for (const [field, what] of [
    ['apiGroups', 'API groups'],
    ['resources', 'resources'],
  ] as const) {
    const items = textsAt(rule, field)
    if (items.length === 0) required(answer, place.child(field), `The rule has no ${field}.`)
    wildcardAlone(answer, place.child(field), `The ${what} of the rule`, items)
  }
  const namespaces = textsAt(rule, 'namespaces')
  const at = place.child('namespaces')
  if (namespaces.length === 0 && !isTrueAt(rule, 'clusterScope'))
    required(answer, at, 'The rule has neither namespaces nor clusterScope: true.')
  wildcardAlone(answer, at, 'The namespaces of the rule', namespaces)
  if (!namespaces.includes('*'))
    namespaces.forEach((name, index) => named(answer, at.index(index), 'The namespace', name, labelProblem))
}

/** Source: `ValidateFlowSchemaNonResourcePolicyRule`. */
function validateAddresses(rule: Json, place: Place, answer: Answer): void {
  validateVerbs(rule, place, answer)
  const at = place.child('nonResourceURLs')
  const addresses = textsAt(rule, 'nonResourceURLs')
  if (addresses.length === 0) required(answer, at, 'The rule has no nonResourceURLs.')
  wildcardAlone(answer, at, 'The nonResourceURLs of the rule', addresses)
  if (!addresses.includes('*'))
    addresses.forEach((address, index) =>
      named(answer, at.index(index), 'The URL path', address, addressProblem),
    )
}

/** Source: `ValidateNonResourceURLPath`. */
function addressProblem(address: string): string | undefined {
  if (address === '/') return undefined
  if (!address.startsWith('/')) return 'must begin with “/”'
  if (address.includes(' ')) return 'must not contain a space'
  if (address.includes('//')) return 'must not contain “//”'
  return address.includes('*') && !/^[^*]*\/\*$/.test(address)
    ? 'must have “*” only as its last part'
    : undefined
}

/** Source: `ValidatePriorityLevelConfigurationSpec`. */
function validateLevel(object: JsonObject, answer: Answer): void {
  const level = objectAt(object, 'spec')
  const type = textAt(level, 'type')
  const isExempt = type === 'Exempt'
  if ((nameOf(object) === 'exempt') !== isExempt)
    invalid(
      answer,
      spec.child('type'),
      isExempt
        ? 'The type of the PriorityLevelConfiguration is Exempt, which only “exempt” can have.'
        : 'The type of the PriorityLevelConfiguration “exempt” must be Exempt.',
      'conflicting-fields',
      isExempt ? undefined : { kind: 'set', value: 'Exempt' },
    )
  if (type === '') required(answer, spec.child('type'), 'The PriorityLevelConfiguration has no type.')
  else
    oneOf(answer, spec.child('type'), 'The type of the PriorityLevelConfiguration', type, [
      'Exempt',
      'Limited',
    ])
  if (isExempt) {
    if (has(level, 'limited'))
      notAllowed(answer, spec.child('limited'), 'A priority level of type Exempt must not have limited.')
    shares(objectAt(level, 'exempt'), spec.child('exempt'), answer)
  }
  if (type !== 'Limited') return
  if (has(level, 'exempt'))
    notAllowed(answer, spec.child('exempt'), 'A priority level of type Limited must not have exempt.')
  if (has(level, 'limited')) validateLimited(objectAt(level, 'limited'), spec.child('limited'), answer)
  else required(answer, spec.child('limited'), 'A priority level of type Limited needs limited.')
}

const notNegative = (answer: Answer, place: Place, of: JsonObject, key: string): void =>
  atLeast(answer, place.child(key), `The ${key} of the priority level`, numberAt(of, key) ?? 0, 0)

function shares(of: JsonObject, place: Place, answer: Answer): void {
  notNegative(answer, place, of, 'nominalConcurrencyShares')
  const lendable = numberAt(of, 'lendablePercent') ?? 0
  between(
    answer,
    place.child('lendablePercent'),
    'The lendablePercent of the priority level',
    lendable,
    0,
    100,
  )
}

/** Source: `ValidateLimitedPriorityLevelConfiguration`, `ValidateLimitResponse`. */
function validateLimited(limited: JsonObject, place: Place, answer: Answer): void {
  shares(limited, place, answer)
  notNegative(answer, place, limited, 'borrowingLimitPercent')
  const response = objectAt(limited, 'limitResponse')
  const at = place.child('limitResponse')
  const type = textAt(response, 'type')
  if (type === '') required(answer, at.child('type'), 'The limitResponse has no type.')
  else oneOf(answer, at.child('type'), 'The type of the limitResponse', type, ['Queue', 'Reject'])
  if (type === 'Reject' && has(response, 'queuing'))
    notAllowed(answer, at.child('queuing'), 'A limitResponse of type Reject must not have queuing.')
  if (type !== 'Queue') return
  if (has(response, 'queuing')) validateQueues(objectAt(response, 'queuing'), at.child('queuing'), answer)
  else required(answer, at.child('queuing'), 'A limitResponse of type Queue needs queuing.')
}

const mostQueues = 10_000_000

/** Source: `ValidatePriorityLevelQueuingConfiguration`, `shufflesharding.RequiredEntropyBits`. */
function validateQueues(queuing: JsonObject, place: Place, answer: Answer): void {
  const of = (field: string): number => numberAt(queuing, field) ?? 0
  const queues = of('queues')
  const hand = of('handSize')
  atLeast(answer, place.child('queueLengthLimit'), 'The queueLengthLimit', of('queueLengthLimit'), 1)
  between(answer, place.child('queues'), 'The number of queues', queues, 1, mostQueues)
  const handPlace = place.child('handSize')
  if (hand <= 0) atLeast(answer, handPlace, 'The handSize', hand, 1)
  else if (hand > queues)
    invalid(
      answer,
      handPlace,
      `The handSize is ${hand}, which is above the number of queues, ${queues}.`,
      'number-out-of-range',
    )
  else if (Math.ceil(Math.log2(queues) * hand) > 60)
    invalid(
      answer,
      handPlace,
      `The handSize ${hand} is too large for ${queues} queues: their hash has only 60 bits.`,
      'number-out-of-range',
    )
}

/** The default of a number that counts as absent when it is 0. */
const withoutZero = (object: JsonObject, key: string, value: number): JsonObject =>
  (numberAt(object, key) ?? 0) === 0 ? { ...object, [key]: value } : object

/** Source: pkg/apis/flowcontrol/v1/defaults.go. */
const completeLevel = (object: JsonObject): JsonObject =>
  withField(object, 'spec', (level) =>
    withField(level, 'limited', (limited) =>
      withField(
        withDefault(withDefault(limited, 'nominalConcurrencyShares', 30), 'lendablePercent', 0),
        'limitResponse',
        (response) =>
          withField(response, 'queuing', (queuing) =>
            Object.entries({ queues: 64, queueLengthLimit: 50, handSize: 8 }).reduce(
              (before, [field, value]) => withoutZero(before, field, value),
              queuing,
            ),
          ),
      ),
    ),
  )

/** Source: pkg/apis/flowcontrol/v1/defaults.go, `SetDefaults_FlowSchemaSpec`. */
const completeSchema = (object: JsonObject): JsonObject =>
  withField({ ...object, spec: objectAt(object, 'spec') }, 'spec', (schema) =>
    withoutZero(schema, 'matchingPrecedence', 1000),
  )

export const flowControlKinds: readonly Kind[] = [
  {
    of: ['v1', 'v1beta3', 'v1beta2', 'v1beta1'].map(
      (version) => `flowcontrol.apiserver.k8s.io/${version} FlowSchema`,
    ),
    isClusterScoped: true,
    name: subdomainProblem,
    complete: completeSchema,
    validate: validateSchema,
  },
  {
    of: ['v1', 'v1beta3'].map(
      (version) => `flowcontrol.apiserver.k8s.io/${version} PriorityLevelConfiguration`,
    ),
    isClusterScoped: true,
    name: subdomainProblem,
    complete: completeLevel,
    validate: validateLevel,
  },
]
