import { ignoreKey } from '../findings/ignores'
import type { Proposal } from '../findings/remedy'
import type { Finding } from '../model/finding'
import { valueOf } from '../objects/locatedObjects'
import { titleOf } from '../objects/readObjects'
import { valueAt } from '../yaml/value'
import type { Snapshot } from './snapshot'

/** The value of the annotation with one more check. `listed`: the value before, without white space around it. */
export const withIgnored = (listed: string, check: string): string =>
  listed ? `${listed.endsWith(',') ? listed.slice(0, -1).trimEnd() : listed},${check}` : check

/**
 * The annotation that makes a check ignore an object: a new one, or one more check in the one that is there. Undefined
 * for findings of other sources, which no annotation changes. Source: kube-score's `kube-score/ignore`.
 */
export function ignoreFix(snapshot: Snapshot, finding: Finding): Proposal | undefined {
  const owner = snapshot.ownerOf(finding)
  const source = snapshot.engine.library.sources.find(({ id }) => id === finding.source)
  if (!owner || !source?.checks?.some(({ id }) => id === finding.rule)) return undefined
  const path = ['metadata', 'annotations', ignoreKey]
  const present = valueAt(valueOf(owner), path)
  const listed = present?.type === 'scalar' && typeof present.data === 'string' ? present.data.trim() : ''
  return {
    title: `Ignore this check on ${titleOf(owner.object)}`,
    safety: 'review',
    note: 'The annotation tells everyone who reads the manifest that this is intended. The finding stays listed but no longer counts.',
    changes: [{ kind: 'set', path, value: withIgnored(listed, finding.rule) }],
  }
}
