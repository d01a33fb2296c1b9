import type { Json, JsonObject } from '../../engine/model/json'
import type { Judge } from '../judge'
import type { Kind } from '../kind'
import { labelProblem, subdomainProblem } from '../names'
import { atLeast, between } from '../numbers'
import { root, type Place } from '../place'
import { has, isTrueAt, listAt, numberAt, objectAt, textAt, textsAt, withDefault, withField } from '../read'
import { invalid, named, neededName, notAllowed, oneOf, required, wildcardAlone } from '../say'

/* Source: pkg/apis/flowcontrol/validation/validation.go. */

const spec = root.child('spec')
const nameOf = (object: JsonObject): string => textAt(objectAt(object, 'metadata'), 'name')

/** Source: `ValidateFlowSchemaSpec`. */
function validateSchema(object: JsonObject, judge: Judge): void {
  const schema = objectAt(object, 'spec')
  const precedence = numberAt(schema, 'matchingPrecedence') ?? 0
  const isFirst = precedence === 1 && nameOf(object) !== 'exempt'
  if (precedence <= 0 || precedence > 10_000 || isFirst)
    invalid(
      judge,
      spec.child('matchingPrecedence'),
      isFirst
        ? 'The matchingPrecedence 1 is reserved for the FlowSchema “exempt”.'
        : `The matchingPrecedence of the FlowSchema is ${precedence}. It must be between 2 and 10000.`,
      'number-out-of-range',
      { kind: 'number', least: 2, most: 10_000 },
    )
  if (has(schema, 'distinguisherMethod'))
    oneOf(
      judge,
      spec.child('distinguisherMethod', 'type'),
      'The type of the distinguisherMethod',
      textAt(objectAt(schema, 'distinguisherMethod'), 'type'),
      ['ByNamespace', 'ByUser'],
    )
  neededName(
    judge,
    spec.child('priorityLevelConfiguration', 'name'),
    'The name of the priorityLevelConfiguration',
    textAt(objectAt(schema, 'priorityLevelConfiguration'), 'name'),
  )
  listAt(schema, 'rules').forEach((rule, index) =>
    validateRule(rule, spec.child('rules').index(index), judge),
  )
}

/** Source: `ValidateFlowSchemaPolicyRulesWithSubjects`. */
function validateRule(rule: Json, place: Place, judge: Judge): void {
  const subjects = listAt(rule, 'subjects')
  if (subjects.length === 0) required(judge, place.child('subjects'), 'The rule has no subjects.')
  subjects.forEach((subject, index) => validateSubject(subject, place.child('subjects').index(index), judge))
  const forResources = listAt(rule, 'resourceRules')
  const forAddresses = listAt(rule, 'nonResourceRules')
  if (forResources.length === 0 && forAddresses.length === 0)
    required(judge, place, 'The rule has neither resourceRules nor nonResourceRules.')
  forResources.forEach((item, index) =>
    validateResources(item, place.child('resourceRules').index(index), judge),
  )
  forAddresses.forEach((item, index) =>
    validateAddresses(item, place.child('nonResourceRules').index(index), judge),
  )
}

const subjectFields: Readonly<Record<string, string>> = {
  Group: 'group',
  ServiceAccount: 'serviceAccount',
  User: 'user',
}

/** Source: `ValidateFlowSchemaSubject`. */
function validateSubject(subject: Json, place: Place, judge: Judge): void {
  const kind = textAt(subject, 'kind')
  oneOf(judge, place.child('kind'), 'The kind of the subject', kind, Object.keys(subjectFields))
  const own = subjectFields[kind]
  if (own === undefined) return
  for (const other of Object.values(subjectFields))
    if (other !== own && has(subject, other))
      notAllowed(judge, place.child(other), `A subject of kind ${kind} must not have ${other}.`)
  if (!has(subject, own))
    return required(judge, place.child(own), `The subject is of kind ${kind}, so it needs ${own}.`)
  const about = objectAt(subject, own)
  const at = place.child(own)
  const name = textAt(about, 'name')
  if (name === '') required(judge, at.child('name'), `The subject of kind ${kind} has no name.`)
  if (kind !== 'ServiceAccount') return
  if (name !== '' && name !== '*')
    named(judge, at.child('name'), 'The ServiceAccount', name, subdomainProblem)
  neededName(
    judge,
    at.child('namespace'),
    'The namespace of the ServiceAccount',
    textAt(about, 'namespace'),
    labelProblem,
  )
}

const verbs = ['get', 'list', 'create', 'update', 'delete', 'deletecollection', 'patch', 'watch', 'proxy']

function validateVerbs(rule: Json, place: Place, judge: Judge): void {
  const asked = textsAt(rule, 'verbs')
  if (asked.length === 0) required(judge, place.child('verbs'), 'The rule has no verbs.')
  wildcardAlone(judge, place.child('verbs'), 'The verbs of the rule', asked)
  if (asked.includes('*')) return
  const unknown = asked.find((verb) => !verbs.includes(verb))
  if (unknown !== undefined) oneOf(judge, place.child('verbs'), 'The verb of the rule', unknown, verbs)
}

/** Source: `ValidateFlowSchemaResourcePolicyRule`. */
function validateResources(rule: Json, place: Place, judge: Judge): void {
  validateVerbs(rule, place, judge)
  for (const [field, what] of [
    ['apiGroups', 'API groups'],
    ['resources', 'resources'],
  ] as const) {
    const items = textsAt(rule, field)
    if (items.length === 0) required(judge, place.child(field), `The rule has no ${field}.`)
    wildcardAlone(judge, place.child(field), `The ${what} of the rule`, items)
  }
  const namespaces = textsAt(rule, 'namespaces')
  const at = place.child('namespaces')
  if (namespaces.length === 0 && !isTrueAt(rule, 'clusterScope'))
    required(judge, at, 'The rule has neither namespaces nor clusterScope: true.')
  wildcardAlone(judge, at, 'The namespaces of the rule', namespaces)
  if (!namespaces.includes('*'))
    namespaces.forEach((name, index) => named(judge, at.index(index), 'The namespace', name, labelProblem))
}

/** Source: `ValidateFlowSchemaNonResourcePolicyRule`. */
function validateAddresses(rule: Json, place: Place, judge: Judge): void {
  validateVerbs(rule, place, judge)
  const at = place.child('nonResourceURLs')
  const addresses = textsAt(rule, 'nonResourceURLs')
  if (addresses.length === 0) required(judge, at, 'The rule has no nonResourceURLs.')
  wildcardAlone(judge, at, 'The nonResourceURLs of the rule', addresses)
  if (!addresses.includes('*'))
    addresses.forEach((address, index) =>
      named(judge, at.index(index), 'The URL path', address, addressProblem),
    )
}

/** Source: `ValidateNonResourceURLPath`. */
function addressProblem(address: string): string | undefined {
  if (address === '/') return undefined
  if (!address.startsWith('/')) return 'must begin with “/”'
  if (address.includes(' ')) return 'must not contain a space'
  if (address.includes('//')) return 'must not contain “//”'
  return address.includes('*') && !/^[^*]*\/\*$/.test(address)
    ? 'may only have “*” as its last part'
    : undefined
}

/** Source: `ValidatePriorityLevelConfigurationSpec`. */
function validateLevel(object: JsonObject, judge: Judge): void {
  const level = objectAt(object, 'spec')
  const type = textAt(level, 'type')
  const isExempt = type === 'Exempt'
  if ((nameOf(object) === 'exempt') !== isExempt)
    invalid(
      judge,
      spec.child('type'),
      isExempt
        ? 'The type of the PriorityLevelConfiguration is Exempt, which only “exempt” can have.'
        : 'The type of the PriorityLevelConfiguration “exempt” must be Exempt.',
      'conflicting-fields',
      isExempt ? undefined : { kind: 'set', value: 'Exempt' },
    )
  if (type === '') required(judge, spec.child('type'), 'The PriorityLevelConfiguration has no type.')
  else
    oneOf(judge, spec.child('type'), 'The type of the PriorityLevelConfiguration', type, [
      'Exempt',
      'Limited',
    ])
  if (isExempt) {
    if (has(level, 'limited'))
      notAllowed(judge, spec.child('limited'), 'A priority level of type Exempt must not have limited.')
    shares(objectAt(level, 'exempt'), spec.child('exempt'), judge)
  }
  if (type !== 'Limited') return
  if (has(level, 'exempt'))
    notAllowed(judge, spec.child('exempt'), 'A priority level of type Limited must not have exempt.')
  if (has(level, 'limited')) validateLimited(objectAt(level, 'limited'), spec.child('limited'), judge)
  else required(judge, spec.child('limited'), 'A priority level of type Limited needs limited.')
}

const notNegative = (judge: Judge, place: Place, of: JsonObject, key: string): void =>
  atLeast(judge, place.child(key), `The ${key} of the priority level`, numberAt(of, key) ?? 0, 0)

function shares(of: JsonObject, place: Place, judge: Judge): void {
  notNegative(judge, place, of, 'nominalConcurrencyShares')
  const lendable = numberAt(of, 'lendablePercent') ?? 0
  between(
    judge,
    place.child('lendablePercent'),
    'The lendablePercent of the priority level',
    lendable,
    0,
    100,
  )
}

/** Source: `ValidateLimitedPriorityLevelConfiguration`, `ValidateLimitResponse`. */
function validateLimited(limited: JsonObject, place: Place, judge: Judge): void {
  shares(limited, place, judge)
  notNegative(judge, place, limited, 'borrowingLimitPercent')
  const response = objectAt(limited, 'limitResponse')
  const at = place.child('limitResponse')
  const type = textAt(response, 'type')
  if (type === '') required(judge, at.child('type'), 'The limitResponse has no type.')
  else oneOf(judge, at.child('type'), 'The type of the limitResponse', type, ['Queue', 'Reject'])
  if (type === 'Reject' && has(response, 'queuing'))
    notAllowed(judge, at.child('queuing'), 'A limitResponse of type Reject must not have queuing.')
  if (type !== 'Queue') return
  if (has(response, 'queuing')) validateQueues(objectAt(response, 'queuing'), at.child('queuing'), judge)
  else required(judge, at.child('queuing'), 'A limitResponse of type Queue needs queuing.')
}

const mostQueues = 10_000_000

/** Source: `ValidatePriorityLevelQueuingConfiguration`, `shufflesharding.RequiredEntropyBits`. */
function validateQueues(queuing: JsonObject, place: Place, judge: Judge): void {
  const of = (field: string): number => numberAt(queuing, field) ?? 0
  const queues = of('queues')
  const hand = of('handSize')
  atLeast(judge, place.child('queueLengthLimit'), 'The queueLengthLimit', of('queueLengthLimit'), 1)
  between(judge, place.child('queues'), 'The number of queues', queues, 1, mostQueues)
  const handPlace = place.child('handSize')
  if (hand <= 0) atLeast(judge, handPlace, 'The handSize', hand, 1)
  else if (hand > queues)
    invalid(
      judge,
      handPlace,
      `The handSize is ${hand}, which is above the number of queues, ${queues}.`,
      'number-out-of-range',
    )
  else if (Math.ceil(Math.log2(queues) * hand) > 60)
    invalid(
      judge,
      handPlace,
      `The handSize ${hand} is too large for ${queues} queues: their hash has only 60 bits.`,
      'number-out-of-range',
    )
}

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
              (before, [field, value]) =>
                (numberAt(before, field) ?? 0) === 0 ? { ...before, [field]: value } : before,
              queuing,
            ),
          ),
      ),
    ),
  )

/** Source: pkg/apis/flowcontrol/v1/defaults.go, `SetDefaults_FlowSchemaSpec`. */
const completeSchema = (object: JsonObject): JsonObject =>
  withField({ ...object, spec: objectAt(object, 'spec') }, 'spec', (schema) =>
    (numberAt(schema, 'matchingPrecedence') ?? 0) === 0 ? { ...schema, matchingPrecedence: 1000 } : schema,
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
