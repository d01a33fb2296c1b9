import { ignoreKey } from '../findings/ignores'
import type { Proposal, ProposedChange } from '../findings/remedy'
import type { Finding } from '../model/finding'
import { valueOf, type LocatedObject } from '../objects/locatedObjects'
import { titleOf } from '../objects/readObjects'
import { valueAt } from '../yaml/value'
import type { Snapshot } from './snapshot'

/** The value of the annotation with one more check. `listed`: the value before, without white space around it. */
export const withIgnored = (listed: string, check: string): string =>
  listed ? `${listed.endsWith(',') ? listed.slice(0, -1).trimEnd() : listed},${check}` : check

/**
 * The annotation that makes a check ignore the objects of some findings of it: a new one, or one more check in the one that
 * is there. Undefined for findings of other sources, which no annotation changes. Source: kube-score's `kube-score/ignore`.
 */
export function ignoreFix(
  snapshot: Snapshot,
  [first, ...more]: readonly [Finding, ...Finding[]],
): Proposal | undefined {
  const source = snapshot.engine.library.sources.find(({ id }) => id === first.source)
  if (!source?.checks?.some(({ id }) => id === first.rule)) return undefined
  const owners = [...new Set([first, ...more].map((finding) => snapshot.ownerOf(finding)))]
  const [owner] = owners
  if (!owner) return undefined
  return {
    title: `Ignore this check on ${owners.length === 1 ? titleOf(owner.object) : `${owners.length} objects`}`,
    safety: 'review',
    note: 'The annotation tells everyone who reads the manifest that this is intended. The finding stays listed but no longer counts.',
    changes: owners.flatMap((located) => (located ? [annotationOf(located, first.rule)] : [])),
  }
}

function annotationOf(owner: LocatedObject, check: string): ProposedChange {
  const path = ['metadata', 'annotations', ignoreKey]
  const present = valueAt(valueOf(owner), path)
  const listed = present?.type === 'scalar' && typeof present.data === 'string' ? present.data.trim() : ''
  return { kind: 'set', object: owner.object, path, value: withIgnored(listed, check) }
}
