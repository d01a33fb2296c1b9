import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { givenName, subdomainName } from '../metadata/nameRules'
import { root } from '../place'
import { has, isTrueAt, numberAt, objectAt, textAt, withDefault } from '../read'
import { forbidden, oneOf, quoted } from '../say'

const lowest = -2_147_483_648
const highest = 1_000_000_000
const system: Readonly<Record<string, number>> = {
  'system-node-critical': 2_000_001_000,
  'system-cluster-critical': 2_000_000_000,
}

/** Source: `ValidatePriorityClass`. */
function validatePriorityClass(object: JsonObject, answer: Answer): void {
  const metadata = objectAt(object, 'metadata')
  const name = givenName(textAt(metadata, 'name'), textAt(metadata, 'generateName'))
  const value = numberAt(object, 'value') ?? 0
  if (name.startsWith('system-')) {
    const isKnown =
      Object.hasOwn(system, name) && system[name] === value && !isTrueAt(object, 'globalDefault')
    if (!isKnown)
      forbidden(
        answer,
        root.child('metadata', 'name'),
        `The name ${quoted(name)} is reserved: names that begin with system- are for Kubernetes itself.`,
        'reserved-name',
      )
  } else if (value > highest)
    forbidden(
      answer,
      root.child('value'),
      `The value of the PriorityClass is ${value}. It must be ${highest} or less.`,
      'number-out-of-range',
      { kind: 'number', least: lowest, most: highest },
    )
  const policy = textAt(object, 'preemptionPolicy')
  if (has(object, 'preemptionPolicy'))
    oneOf(
      answer,
      root.child('preemptionPolicy'),
      'The preemptionPolicy of the PriorityClass',
      policy,
      ['PreemptLowerPriority', 'Never'],
      { reason: policy === '' ? 'FieldValueRequired' : 'FieldValueNotSupported' },
    )
}

export const priorityClass: Kind = {
  of: ['scheduling.k8s.io/v1 PriorityClass'],
  isClusterScoped: true,
  name: subdomainName,
  // Source: `SetDefaults_PriorityClass`.
  complete: (object) => withDefault(object, 'preemptionPolicy', 'PreemptLowerPriority'),
  validate: validatePriorityClass,
}
