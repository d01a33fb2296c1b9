import { proposal, review, type Assessment, type Proposal } from '../../engine/findings/remedy'
import type { Json } from '../../engine/model/json'
import type { Path } from '../../engine/model/path'

/** The proposal to set one field; to be reviewed where only a note says what to check. */
export const setField = (title: string, path: Path, value: Json, assessment: Assessment | string): Proposal =>
  proposal(title, typeof assessment === 'string' ? review(assessment) : assessment, {
    kind: 'set',
    path,
    value,
  })
