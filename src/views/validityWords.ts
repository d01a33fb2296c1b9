import type { ObjectValidity } from '../engine/model/report'

/** The word for each status, the same everywhere on the page. */
export const validityWords: Readonly<Record<ObjectValidity['status'], string>> = {
  valid: 'Valid',
  invalid: 'Invalid',
  error: 'Error',
  skipped: 'Not validated',
}
