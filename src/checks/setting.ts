import type { Proposal } from '../engine/check'
import type { Path } from '../engine/place'
import type { Json } from '../engine/schema'
import { fixOf } from '../engine/valueMends'

/** The proposal to set one field; with a note it has to be looked at first. */
export const setting = (title: string, path: Path, value: Json, note?: string): Proposal =>
  fixOf(title, note, { kind: 'set', path, value })
