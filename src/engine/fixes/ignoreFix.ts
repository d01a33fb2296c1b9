import { memoryOf } from '../report/cache'
import type { ObjectReport } from '../model/report'
import { ignoreKey } from '../findings/ignores'
import type { Trial } from './verifyFix'
import { valueAt } from '../yaml/value'
import type { Proposal, Finding } from '../model/finding'

/**
 * The annotation that accepts what a check finds on an object: a new one, or one more name in the one that is there.
 * Undefined for what is found while reading, and without an object: no annotation changes that. Source: kube-score's
 * `kube-score/ignore`.
 */
export function silencing({ text, report, library }: Trial, finding: Finding): Proposal | undefined {
  const object = report.objects.find(({ id }) => id === finding.object)
  if (!object || !library.checks.some(({ id }) => id === finding.check)) return undefined
  const path = ['metadata', 'annotations', ignoreKey]
  const { root } = memoryOf(library).documents.read(text)[object.document]?.reading.document ?? {}
  const present = valueAt(root, [...object.path, ...path])
  const listed = present?.type === 'scalar' && typeof present.data === 'string' ? present.data.trim() : ''
  const value = listed ? `${listed.replace(/\s*,$/, '')},${finding.check}` : finding.check
  return {
    title: `Ignore this check on ${nameOf(object)}`,
    safety: 'review',
    note: 'The annotation says to everyone who reads the manifest that this is accepted. It stays listed, and no longer counts.',
    changes: [{ kind: 'set', object: object.id, path, value }],
    adds: [],
  }
}

const nameOf = ({ kind, name }: ObjectReport): string => (name ? `${kind} ${name}` : kind)
