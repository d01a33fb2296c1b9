import type { Report } from '../engine/report'
import type { Settings } from '../engine/settings'

/** One message each way, both with the revision of the text they speak of. */
export type Request = { readonly revision: number; readonly text: string; readonly settings: Settings }

export type Answer = { readonly revision: number } & (
  { readonly report: Report } | { readonly failure: string }
)
