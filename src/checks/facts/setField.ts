import { proposal, type Proposal } from '../../engine/findings/remedy'
import type { Json } from '../../engine/model/json'
import type { Path } from '../../engine/model/path'

/** The proposal to set one field; with a note it has to be reviewed. */
export const setField = (title: string, path: Path, value: Json, note?: string): Proposal =>
  proposal(title, note, { kind: 'set', path, value })
