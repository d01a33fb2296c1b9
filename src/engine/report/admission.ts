import type { Validity } from '../findings/validateObject'
import type { Finding } from '../model/finding'
import type { Admission, ObjectReport, Report } from '../model/report'

/**
 * What a cluster would do with one object. `found`: all findings in it, ignored ones included. `hasServerRules`: the rules of the
 * API server know its kind.
 */
export function admissionOf(
  found: readonly Finding[],
  validity: Validity | undefined,
  hasServerRules: boolean,
): Admission {
  if (found.some(({ severity }) => severity === 'refused')) return 'refused'
  const { schema, status } = validity ?? {}
  return hasServerRules && schema?.origin === 'kubernetes' && status === 'valid' ? 'accepted' : 'unknown'
}

/** How many objects there are of each kind of admission. */
export function countAdmissions(objects: readonly ObjectReport[]): NonNullable<Report['admission']> {
  const counts = { accepted: 0, refused: 0, unknown: 0 }
  for (const { admission } of objects) if (admission) counts[admission] += 1
  return counts
}
