import type { Assessment, Proposal } from '../../engine/findings/remedy'
import type { Json } from '../../engine/model/json'
import type { Path } from '../../engine/model/path'
import type { LocatedContainer } from '../../engine/objects/readObjects'
import { setField } from './setField'

/**
 * The proposal to set one field to a value that is only there to start with. `what`: the value as a noun phrase, such as
 * `memory limit of container web`.
 */
export const guessField = (
  title: string,
  path: Path,
  value: Json,
  assessment: Assessment | string,
  what: string,
): Proposal => ({
  ...setField(title, path, value, assessment),
  placeholders: [{ what, path }],
})

/** A container within a sentence: `container web`. */
export const inSentence = ({ about: { noun, name } }: LocatedContainer): string => `${noun} ${name}`
