import { field, isText, type Json, type JsonObject } from '../../engine/model/json'
import { checkCidr, warnOfCidr } from '../addressRules'
import { isStrictlyInside } from '../addresses'
import type { Answer } from '../answer'
import { validateLabelSelector } from '../labelSelector'
import { between } from '../numbers'
import { root, type Place } from '../place'
import { highestPort, portInRange, portNumberOrName, protocols } from '../ports'
import { has, listAt, numberAt, objectAt, textAt, textsAt } from '../read'
import { forbidden, invalid, oneOf, required } from '../say'

const directions: readonly (readonly [string, string])[] = [
  ['ingress', 'from'],
  ['egress', 'to'],
]

const types: readonly string[] = ['Ingress', 'Egress']

/** Source: `ValidateNetworkPolicySpec`. */
export function validateNetworkPolicy(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  validateLabelSelector(objectAt(spec, 'podSelector'), place.child('podSelector'), answer)
  for (const [direction, peers] of directions)
    for (const [index, rule] of listAt(spec, direction).entries())
      validateRule(rule, peers, place.child(direction).index(index), answer)
  validateTypes(textsAt(spec, 'policyTypes'), place.child('policyTypes'), answer)
  if (answer.causes.length === 0) warnOfBlocks(spec, place, answer)
}

function validateTypes(given: readonly string[], place: Place, answer: Answer): void {
  if (given.length > types.length)
    invalid(answer, place, 'The policyTypes can have at most 2 items.', 'too-many-items')
  else
    for (const [index, type] of given.entries())
      oneOf(answer, place.index(index), 'The type of the NetworkPolicy', type, types)
}

function validateRule(rule: Json, peers: string, place: Place, answer: Answer): void {
  for (const [index, port] of listAt(rule, 'ports').entries())
    validatePort(port, place.child('ports').index(index), answer)
  for (const [index, peer] of listAt(rule, peers).entries())
    validatePeer(peer, place.child(peers).index(index), answer)
}

/** Source: `ValidateNetworkPolicyPort`. */
function validatePort(item: Json, place: Place, answer: Answer): void {
  if (has(item, 'protocol'))
    oneOf(answer, place.child('protocol'), 'The protocol of the rule', textAt(item, 'protocol'), protocols)
  const text = field(item, 'port')
  const port = isText(text) ? text : numberAt(item, 'port')
  if (port !== undefined) portNumberOrName(answer, place.child('port'), 'The port of the rule', port)
  const end = numberAt(item, 'endPort')
  if (end === undefined) return
  const at = place.child('endPort')
  const what = 'The endPort of the rule'
  if (typeof port !== 'number')
    invalid(
      answer,
      at,
      port === undefined
        ? `${what} is ${end}, but there is no port with which the range begins.`
        : `${what} is ${end}, so its port must be a number, not a name.`,
      'conflicting-fields',
    )
  else if (end >= port) portInRange(answer, at, what, end)
  else between(answer, at, what, end, Math.max(1, port), highestPort)
}

const selectors: readonly string[] = ['podSelector', 'namespaceSelector']

/** Source: `ValidateNetworkPolicyPeer`. */
function validatePeer(peer: Json, place: Place, answer: Answer): void {
  const given = selectors.filter((name) => has(peer, name))
  for (const name of given) validateLabelSelector(objectAt(peer, name), place.child(name), answer)
  const hasBlock = has(peer, 'ipBlock')
  if (hasBlock) validateBlock(objectAt(peer, 'ipBlock'), place.child('ipBlock'), answer)
  if (given.length === 0 && !hasBlock)
    required(answer, place, 'The peer has neither a podSelector, a namespaceSelector nor an ipBlock.')
  else if (given.length > 0 && hasBlock)
    forbidden(
      answer,
      place,
      'The peer has both an ipBlock and a selector. They must be two peers.',
      'conflicting-fields',
    )
}

/** Source: `ValidateIPBlock`. */
function validateBlock(block: JsonObject, place: Place, answer: Answer): void {
  const text = textAt(block, 'cidr')
  const at = place.child('cidr')
  if (text === '') return required(answer, at, 'The ipBlock has no cidr.')
  const cidr = checkCidr(answer, at, 'The cidr of the ipBlock', text)
  if (!cidr) return
  for (const [index, except] of textsAt(block, 'except').entries()) {
    const here = place.child('except').index(index)
    const hole = checkCidr(answer, here, 'The exception of the ipBlock', except)
    if (hole && !isStrictlyInside(hole, cidr))
      invalid(
        answer,
        here,
        `The exception ${except} of the ipBlock must be a part of its cidr, ${text}.`,
        'invalid-address',
      )
  }
}

function warnOfBlocks(spec: JsonObject, place: Place, answer: Answer): void {
  for (const [direction, peers] of directions)
    for (const [index, rule] of listAt(spec, direction).entries())
      for (const [at, peer] of listAt(rule, peers).entries()) {
        const block = objectAt(peer, 'ipBlock')
        const here = place.child(direction).index(index).child(peers).index(at).child('ipBlock')
        warnOfCidr(answer, here.child('cidr'), 'The cidr of the ipBlock', textAt(block, 'cidr'))
        for (const [item, except] of textsAt(block, 'except').entries())
          warnOfCidr(answer, here.child('except').index(item), 'The exception of the ipBlock', except)
      }
}
