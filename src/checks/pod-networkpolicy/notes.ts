import { shorten } from '../../engine/model/shorten'
import { titleOf, type PodBearer } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { uncovered, type Directions } from './directions'
import { ingressExtras, joined } from './policy'
import { trafficOf, type Reach } from './reach'

/**
 * What could go wrong with a policy that leaves egress open. `others`: the other objects whose Pods it selects. At most
 * two sentences, so of several things to check only the one that is most likely to matter.
 */
export function caution(
  { namespace }: PodBearer,
  missing: Directions,
  reach: Reach,
  others: readonly PodBearer[],
  relations: Relations,
): string {
  const [other] = others
  const restricted = others.slice(0, othersLimit).find((one) => isWider(missing, uncovered(one, relations)))
  if (restricted)
    return `It also selects the Pods of ${titleOf(restricted)}, and allows them more than their own policies do. Check that they may have that, or select a label that only these Pods have.`
  if (!missing.ingress)
    return `It only writes down that the Pods can connect to anything. Restrict it when you know what they need.`
  const also = other && ` It also selects the Pods of ${listed(others)}.`
  return `${consequence(reach)}${also ?? ` ${question(namespace, reach, relations)}`}`
}

/** So many other objects are asked for their policies at most. */
const othersLimit = 100

const listed = (others: readonly PodBearer[]): string =>
  others.length > 2
    ? `${others.length} other workloads`
    : joined(others.map((one) => shorten(titleOf(one), 80)))

/** Whether a policy for some directions covers one that another policy covers already, and so allows more. */
const isWider = (added: Directions, missing: Directions): boolean =>
  (added.ingress && !missing.ingress) || (added.egress && !missing.egress)

function consequence(reach: Reach): string {
  const extras = ingressExtras(reach)
  const except = extras.length > 0 ? `, except ${joined(extras)}` : ''
  return `Clients outside the namespace can no longer connect${except}.`
}

/** What else may have to connect, and is not in the rules. */
function question(namespace: string, reach: Reach, relations: Relations): string {
  const traffic = trafficOf(relations)
  const onNode = traffic.onNode(namespace)
  if (onNode)
    return `That includes ${shorten(titleOf(onNode), 80)}, which uses the network of its node: add a rule for the addresses of the nodes if it has to.`
  const unread = traffic.unread(namespace)
  if (unread)
    return `Add a rule for what ${shorten(titleOf(unread), 80)} makes connect from another namespace: its content is not read here.`
  const clients = reach.ports.length > 0 ? 'monitoring' : 'an ingress controller or monitoring'
  return `Add a rule if ${clients} in another namespace has to.`
}

/** What is lost with a policy that also restricts egress. */
export function restrictionNote(missing: Directions, { callees }: Reach): string {
  const known = callees.length > 0 ? ` and ${joined(callees.slice(0, 3))}` : ''
  const cut = `External services, the API server and all namespaces except this one${known} can no longer be reached: add rules for every destination the Pods need.`
  return missing.ingress
    ? `${cut} Clients outside the namespace are cut off too, except those in the rules.`
    : cut
}
