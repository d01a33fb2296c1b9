import type { ObjectReport, ObjectValidity } from '../engine/model/report'

/** The word for each status, the same everywhere on the page. Until the rules of the API server have run, valid says less. */
export const validityWords: Readonly<Record<ObjectValidity['status'], string>> = {
  valid: 'Valid against its schema',
  invalid: 'Refused',
  error: 'Not checked',
  skipped: 'Not checked',
}

/** What a cluster would do with an object, as far as that is known. */
export const admissionWord = ({ admission, grade, validity }: ObjectReport): string => {
  if (admission === 'accepted') return 'Accepted'
  return grade === 'refused' ? 'Refused' : validityWords[validity.status]
}
