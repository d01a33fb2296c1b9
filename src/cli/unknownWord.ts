import { shorten } from '../engine/model/shorten'
import { closest } from '../engine/schema/didYouMean'
import { visible } from '../formats/visible'

/** A sentence about a word that is not known: `--verbos is not a flag; did you mean --verbose?` */
export function unknownWord(word: string, what: string, known: readonly string[], otherwise = ''): string {
  const near = closest(word, known)
  const ending = near === undefined ? `.${otherwise && ` ${otherwise}`}` : `; did you mean ${near}?`
  return `${visible(shorten(word, 80))} is not ${what}${ending}`
}
