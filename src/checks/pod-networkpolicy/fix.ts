import type { Fix } from '../../engine/findings/check'
import { review, risky, type Proposal, type Remedy } from '../../engine/findings/remedy'
import type { PodBearer } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import type { LabelSelector } from '../../kubernetes/pods'
import { ensurePodLabels } from '../facts/ensurePodLabels'
import { unnamed } from '../facts/newObjects'
import { freeName } from '../facts/objectNames'
import { lastingSelectorOfPods, withoutLabels } from '../facts/podSelector'
import type { Directions } from './directions'
import { caution, restrictionNote } from './notes'
import { allowedText, newPolicy, type Egress } from './policy'
import { trafficOf, type Reach } from './reach'
import { sharedPolicy } from './sharedPolicy'

/** Adds a policy for the directions that none covers: first one that cuts nothing that the text shows. */
const fix: Fix<'pod', Directions> = ({ data: missing }, { object, relations }) => {
  if (object.pod.spec.hostNetwork)
    return {
      unfixable:
        'The Pods use the network of their node (hostNetwork), where no NetworkPolicy applies. Protect the nodes, or turn hostNetwork off.',
    }
  return ensurePodLabels(object, (labelled) => addPolicy(labelled, missing, relations))
}

export default fix

function addPolicy(object: PodBearer, missing: Directions, relations: Relations): Remedy {
  const selector = lastingSelectorOfPods(object)
  if (!selector) return { unfixable: withoutLabels }
  const others = trafficOf(relations)
    .selectedBy(object.namespace, selector)
    .filter((other) => other !== object)
  const reach = trafficOf(relations).reachOf(object, selector)
  const wanted = wantedName(object, selector, others)
  const name = freeName(wanted, 'NetworkPolicy', object, relations, endings[directionOf(missing)])
  const add = (egress: Egress): Omit<Proposal, 'safety' | 'note'> => ({
    title: `Add a NetworkPolicy: ${allowedText(missing, reach, egress)}`,
    adds: [newPolicy(name ?? '', object.namespace, selector, missing, reach, egress)],
  })
  const open: Proposal = { ...add('open'), ...review(caution(object, missing, reach, others, relations)) }
  const restricted: Proposal = {
    ...add('restricted'),
    ...risky(restrictionNote(missing, reach)),
    effect: 'cuts traffic',
  }
  const shared = shareWithOthers(object, missing, relations)
  const fixes = [
    ...(shared ? [shared] : []),
    ...(name === undefined ? [] : missing.egress ? [open, restricted] : [open]),
  ]
  return fixes.length > 0 ? { fixes } : { unfixable: unnamed }
}

/** After the label that it selects, where that is what several workloads have in common. */
function wantedName(
  { name }: PodBearer,
  { matchLabels = {} }: LabelSelector,
  others: readonly PodBearer[],
): string {
  const [value, ...more] = Object.values(matchLabels)
  return value !== undefined && more.length === 0 && (others.length > 0 || !name) ? value : name
}

const endings = { both: '', ingress: '-ingress', egress: '-egress' }

const directionOf = ({ ingress, egress }: Directions): keyof typeof endings =>
  ingress && egress ? 'both' : ingress ? 'ingress' : 'egress'

/** What a policy for several workloads is named after: what it allows. */
const sharedNames = { both: 'allow-namespace', ingress: 'allow-namespace-ingress', egress: 'allow-egress' }

function shareWithOthers(object: PodBearer, missing: Directions, relations: Relations): Proposal | undefined {
  const shared = sharedPolicy(object, missing, relations)
  if (!shared) return undefined
  const { reach, selector, workloads, part } = shared
  const ending = `${missing.ingress ? portsInName(reach) : ''}${part > 1 ? `-${part}` : ''}`
  const name = freeName(sharedNames[directionOf(missing)], 'NetworkPolicy', object, relations, ending)
  if (name === undefined) return undefined
  return {
    title: `Add one NetworkPolicy for ${workloads} workloads: ${allowedText(missing, reach, 'open')}`,
    ...review(caution(object, missing, reach, [], relations)),
    adds: [newPolicy(name, object.namespace, selector, missing, reach, 'open')],
  }
}

const portsInName = ({ ports }: Reach): string =>
  ports.length > 3 ? `-${ports.length}-ports` : ports.map(({ port }) => `-${port}`).join('')
