import { isText, type Json, type JsonObject } from '../../engine/model/json'
import { checkCidr, warnOfCidr } from '../addressRules'
import { isStrictlyInside, parseCidr } from '../addresses'
import type { Judge } from '../judge'
import { validateLabelSelector } from '../labelSelector'
import { between } from '../numbers'
import { root, type Place } from '../place'
import { portInRange, portNumberOrName, protocols } from '../ports'
import { has, listAt, numberAt, objectAt, textAt, textsAt } from '../read'
import { forbidden, invalid, oneOf, required } from '../say'

const directions: readonly (readonly [string, string])[] = [
  ['ingress', 'from'],
  ['egress', 'to'],
]

const types: readonly string[] = ['Ingress', 'Egress']

/** Source: `ValidateNetworkPolicySpec`. */
export function validateNetworkPolicy(object: JsonObject, judge: Judge): void {
  const spec = objectAt(object, 'spec')
  const place = root.child('spec')
  validateLabelSelector(objectAt(spec, 'podSelector'), place.child('podSelector'), judge)
  for (const [direction, peers] of directions)
    for (const [index, rule] of listAt(spec, direction).entries())
      validateRule(rule, peers, place.child(direction).index(index), judge)
  validateTypes(textsAt(spec, 'policyTypes'), place.child('policyTypes'), judge)
  if (judge.causes.length === 0) warnOfBlocks(spec, place, judge)
}

function validateTypes(given: readonly string[], place: Place, judge: Judge): void {
  if (given.length > types.length)
    invalid(judge, place, 'The policyTypes may have at most 2 items.', 'too-many-items')
  else
    for (const [index, type] of given.entries())
      oneOf(judge, place.index(index), 'The type of the NetworkPolicy', type, types)
}

function validateRule(rule: Json, peers: string, place: Place, judge: Judge): void {
  for (const [index, port] of listAt(rule, 'ports').entries())
    validatePort(port, place.child('ports').index(index), judge)
  for (const [index, peer] of listAt(rule, peers).entries())
    validatePeer(peer, place.child(peers).index(index), judge)
}

const highestPort = 65_535

/** Source: `ValidateNetworkPolicyPort`. */
function validatePort(item: Json, place: Place, judge: Judge): void {
  if (has(item, 'protocol'))
    oneOf(judge, place.child('protocol'), 'The protocol of the rule', textAt(item, 'protocol'), protocols)
  const text = objectAt({ item }, 'item')['port']
  const port = isText(text) ? text : numberAt(item, 'port')
  if (port !== undefined) portNumberOrName(judge, place.child('port'), 'The port of the rule', port)
  const end = numberAt(item, 'endPort')
  if (end === undefined) return
  const at = place.child('endPort')
  const what = 'The endPort of the rule'
  if (typeof port !== 'number')
    invalid(
      judge,
      at,
      port === undefined
        ? `${what} is ${end}, but there is no port with which the range begins.`
        : `${what} is ${end}, so its port must be a number, not a name.`,
      'conflicting-fields',
    )
  else if (end >= port) portInRange(judge, at, what, end)
  else between(judge, at, what, end, Math.max(1, port), highestPort)
}

const selectors: readonly string[] = ['podSelector', 'namespaceSelector']

/** Source: `ValidateNetworkPolicyPeer`. */
function validatePeer(peer: Json, place: Place, judge: Judge): void {
  const given = selectors.filter((name) => has(peer, name))
  for (const name of given) validateLabelSelector(objectAt(peer, name), place.child(name), judge)
  const hasBlock = has(peer, 'ipBlock')
  if (hasBlock) validateBlock(objectAt(peer, 'ipBlock'), place.child('ipBlock'), judge)
  if (given.length === 0 && !hasBlock)
    required(judge, place, 'The peer has neither a podSelector, a namespaceSelector nor an ipBlock.')
  else if (given.length > 0 && hasBlock)
    forbidden(
      judge,
      place,
      'The peer has both an ipBlock and a selector. They must be two peers.',
      'conflicting-fields',
    )
}

/** Source: `ValidateIPBlock`. */
function validateBlock(block: JsonObject, place: Place, judge: Judge): void {
  const text = textAt(block, 'cidr')
  const at = place.child('cidr')
  if (text === '') return required(judge, at, 'The ipBlock has no cidr.')
  const cidr = checkCidr(judge, at, 'The cidr of the ipBlock', text)
  if (!cidr) return
  for (const [index, except] of textsAt(block, 'except').entries()) {
    const here = place.child('except').index(index)
    const hole = checkCidr(judge, here, 'The exception of the ipBlock', except)
    if (hole && !isStrictlyInside(hole, cidr))
      invalid(
        judge,
        here,
        `The exception ${except} of the ipBlock must be a part of its cidr, ${text}.`,
        'invalid-address',
      )
  }
}

function warnOfBlocks(spec: JsonObject, place: Place, judge: Judge): void {
  for (const [direction, peers] of directions)
    for (const [index, rule] of listAt(spec, direction).entries())
      for (const [at, peer] of listAt(rule, peers).entries()) {
        const block = objectAt(peer, 'ipBlock')
        const here = place.child(direction).index(index).child(peers).index(at).child('ipBlock')
        if (parseCidr(textAt(block, 'cidr')))
          warnOfCidr(judge, here.child('cidr'), 'The cidr of the ipBlock', textAt(block, 'cidr'))
        for (const [item, except] of textsAt(block, 'except').entries())
          warnOfCidr(judge, here.child('except').index(item), 'The exception of the ipBlock', except)
      }
}
