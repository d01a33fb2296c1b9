import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { labelName } from '../metadata/nameRules'
import { validateFinalizer } from '../metadata/owners'
import { root } from '../place'
import { objectAt, textAt, textsAt, textsOf } from '../read'
import { invalid, oneOf, quoted } from '../say'

const nameLabel = 'kubernetes.io/metadata.name'

/** A Namespace has its name as a label. Source: `SetDefaults_Namespace`. */
function complete(object: JsonObject): JsonObject {
  const metadata = objectAt(object, 'metadata')
  const name = textAt(metadata, 'name')
  if (name === '') return object
  return {
    ...object,
    metadata: { ...metadata, labels: { ...objectAt(metadata, 'labels'), [nameLabel]: name } },
  }
}

const security = /^pod-security\.kubernetes\.io\/(?:enforce|audit|warn)(-version)?$/
const levels = ['privileged', 'baseline', 'restricted']
const rule = 'invalid-pod-security-label'
const version = /^v1\.(?:0|[1-9]\d*)$/

/**
 * The labels of Pod Security. They are checked at admission, when nothing else is wrong.
 * Source: pod-security-admission, `PolicyToEvaluate`.
 */
function validateSecurityLabels(object: JsonObject, answer: Answer): void {
  const place = root.child('metadata', 'labels')
  for (const [key, value] of textsOf(objectAt(object, 'metadata'), 'labels')) {
    const match = security.exec(key)
    if (!match) continue
    const isVersion = match[1] !== undefined
    const at = place.key(key)
    if (!isVersion)
      oneOf(answer, at, `The label ${key}`, value, levels, { rule, reason: 'FieldValueInvalid' })
    else if (value !== 'latest' && !version.test(value))
      invalid(
        answer,
        at,
        `The label ${key} is ${quoted(value)}. It must be “latest” or a version, such as “v1.36”.`,
        rule,
        version.test(`v${value}`) ? { kind: 'set', value: `v${value}` } : undefined,
      )
  }
}

/** Source: `ValidateNamespace`. */
function validate(object: JsonObject, answer: Answer): void {
  const place = root.child('spec', 'finalizers')
  textsAt(objectAt(object, 'spec'), 'finalizers').forEach((finalizer, index) => {
    const here = place.index(index).spelled(place.field)
    validateFinalizer(finalizer, { place: here, standardPlace: here }, answer)
  })
  if (answer.causes.length === 0) validateSecurityLabels(object, answer)
}

export const namespace: Kind = {
  of: ['v1 Namespace'],
  isClusterScoped: true,
  name: labelName,
  complete,
  validate,
}
