import { lowered } from '../engine/model/lowered'

/** The past tense of the verbs that titles of fixes begin with. */
const past: Readonly<Record<string, string>> = {
  Add: 'Added',
  Apply: 'Applied',
  Change: 'Changed',
  Convert: 'Converted',
  Fix: 'Fixed',
  Ignore: 'Ignored',
  Move: 'Moved',
  Quote: 'Quoted',
  Remove: 'Removed',
  Rename: 'Renamed',
  Set: 'Set',
  Use: 'Used',
}

/** That a fix was applied, by its title: `Added a readiness probe.`, `Done: run as user and group 10001.` */
export const doneText = (title: string): string => {
  const [verb = '', ...rest] = title.split(' ')
  // What follows the verb may be two actions: “Set replicas to 2 and fix what it raises”.
  const done = Object.hasOwn(past, verb) && !/ and [a-z]+ what /.test(title) ? past[verb] : undefined
  return done === undefined ? `Done: ${lowered(title)}.` : `${[done, ...rest].join(' ')}.`
}
