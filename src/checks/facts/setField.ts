import type { Proposal } from '../../engine/findings/check'
import { fixOf } from '../../engine/fixes/valueFixes'
import type { Path } from '../../engine/model/path'
import type { Json } from '../../engine/model/json'

/** The proposal to set one field; with a note it has to be looked at first. */
export const setField = (title: string, path: Path, value: Json, note?: string): Proposal =>
  fixOf(title, note, { kind: 'set', path, value })
