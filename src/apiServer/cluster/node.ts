import { field, isList, isObject, type JsonObject } from '../../engine/model/json'
import { checkCidr, warnOfCidr } from '../addressRules'
import { isV4 } from '../addresses'
import { Answer } from '../answer'
import type { Kind } from '../kind'
import { subdomainName } from '../metadata/nameRules'
import { type Place, root } from '../place'
import { has, listAt, numberAt, objectAt, parseJson, textAt, textsAt, withField } from '../read'
import { checkAmount } from '../resourceNames'
import { invalid, remove } from '../say'
import { validateTaints } from './taints'

/** What can be allocated is the capacity. Source: `SetDefaults_NodeStatus`. */
const complete = (object: JsonObject): JsonObject =>
  withField(object, 'status', (status) =>
    has(status, 'capacity') && !has(status, 'allocatable')
      ? { ...status, allocatable: objectAt(status, 'capacity') }
      : status,
  )

/** `podCIDR` counts when it differs from the first of `podCIDRs`. Source: `Convert_v1_NodeSpec_To_core_NodeSpec`. */
function rangesOf(spec: JsonObject): readonly (readonly [text: string, place: Place])[] {
  const place = root.child('spec', 'podCIDRs')
  const one = textAt(spec, 'podCIDR')
  const all = textsAt(spec, 'podCIDRs')
  if (one !== '' && one !== all[0])
    return [[one, root.child('spec', 'podCIDR').spelled(place.index(0).field)]]
  return all.map((text, index) => [text, place.index(index)])
}

function validateRanges(spec: JsonObject, answer: Answer): void {
  const ranges = rangesOf(spec)
  const what = 'The Pod range of the Node'
  const families = new Set<boolean | undefined>()
  for (const [text, place] of ranges) {
    const before = answer.causes.length
    const range = checkCidr(answer, place, what, text)
    if (answer.causes.length === before) warnOfCidr(answer, place, what, text)
    families.add(range && isV4(range.ip))
  }
  if (ranges.length > 1 && (families.has(undefined) || families.size < 2 || ranges.length > 2))
    invalid(
      answer,
      root.child('spec', 'podCIDRs'),
      'The podCIDRs of the Node must be one range, or one of IPv4 and one of IPv6.',
      'invalid-address',
    )
}

/** Old annotations hold JSON. Source: `ValidateNodeSpecificAnnotations`. */
function validateAnnotationsOfNode(metadata: JsonObject, answer: Answer): void {
  const place = root.child('metadata', 'annotations')
  const annotations = objectAt(metadata, 'annotations')
  const taintsKey = 'scheduler.alpha.kubernetes.io/taints'
  const avoidKey = 'scheduler.alpha.kubernetes.io/preferAvoidPods'
  const taints = parseJson(textAt(annotations, taintsKey))
  const at = place.key(taintsKey)
  const refuse = (key: string, spelled: string): void =>
    invalid(
      answer,
      place.key(key).spelled(spelled),
      `The annotation ${key} must hold the JSON of its ${key === taintsKey ? 'taints' : 'Pods to avoid'}.`,
      'invalid-annotation',
    )
  if (isList(taints)) {
    const inner = new Answer(answer.minor)
    validateTaints(taints, at.spelled(`${place.field}.${taintsKey}`), inner)
    // In the text there is only the annotation.
    for (const { rule, reason, place: found, message } of inner.causes)
      answer.refuse(rule, reason, at.spelled(found.field), message)
  } else if (textAt(annotations, taintsKey) !== '' && taints !== null) refuse(taintsKey, place.field)
  const avoided = parseJson(textAt(annotations, avoidKey))
  if (textAt(annotations, avoidKey) !== '' && avoided !== null && !isObject(avoided))
    refuse(avoidKey, `${place.field}.AvoidPods`)
}

/** Source: `ValidateNode`. The server spells the path of taints as if they were metadata. */
function validate(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const status = objectAt(object, 'status')
  validateAnnotationsOfNode(objectAt(object, 'metadata'), answer)
  validateTaints(listAt(spec, 'taints'), root.child('spec', 'taints').spelled('metadata.taints'), answer)
  for (const key of ['capacity', 'allocatable']) {
    const amounts = objectAt(status, key)
    for (const name of Object.keys(amounts))
      checkAmount(
        answer,
        placeOfAmount(status, key, name),
        `The ${key} of ${name} of the Node`,
        name,
        field(amounts, name),
      )
  }
  const swap = numberAt(objectAt(objectAt(status, 'nodeInfo'), 'swap'), 'capacity')
  if (swap !== undefined && swap <= 0)
    invalid(
      answer,
      root.child('status', 'nodeInfo', 'swap', 'capacity').spelled('metadata.nodeSwapStatus.capacity'),
      `The swap capacity of the Node is ${swap}. It must be more than 0.`,
      'number-out-of-range',
    )
  validateRanges(spec, answer)
  if (textAt(spec, 'externalID') !== '')
    answer.warn(
      'deprecated',
      root.child('spec', 'externalID'),
      'The externalID of a Node is deprecated, and nothing uses it.',
      remove,
    )
  if (has(spec, 'configSource'))
    answer.drop('no-effect', root.child('spec', 'configSource'), 'The configSource of a Node has no effect.')
}

/** Where an amount is: what can be allocated is filled in from the capacity. */
function placeOfAmount(status: JsonObject, key: string, name: string): Place {
  const here = root.child('status', key, name)
  const isSame = field(objectAt(status, 'capacity'), name) === field(objectAt(status, 'allocatable'), name)
  return isSame ? root.child('status', 'capacity', name).spelled(here.field) : here
}

export const node: Kind = {
  of: ['v1 Node'],
  isClusterScoped: true,
  name: subdomainName,
  complete,
  validate,
}
