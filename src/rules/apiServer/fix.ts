import type { Hint, ServerFinding } from '../../apiServer/answer'
import type { RuleId } from '../../apiServer/rules'
import { makeMatch } from '../../checks/families/selectorMatchesTemplate/fix'
import { proposal, type Proposal, type Remedy } from '../../engine/findings/remedy'
import type { Subject } from '../../engine/findings/rule'
import type { Change } from '../../engine/model/change'
import { isObject, isText, type Json } from '../../engine/model/json'
import type { Path } from '../../engine/model/path'
import { toJson } from '../../engine/yaml/toJson'
import { valueAt, type Value } from '../../engine/yaml/value'
import { chooseWord, guessNote, setValue } from '../schema/valueFixes'
import { legalName, renameEverywhere } from './nameFixes'

/** What can be done about something that the API server says of an object. */
export function serverRemedy(finding: ServerFinding, subject: Subject): Remedy {
  const { hint, place, rule } = finding
  if (rule === 'selector-mismatch') return matchingTemplate(place.path, subject)
  if (!hint) return {}
  return { fixes: place.isAboutKey ? keyFixes(finding, hint, subject) : valueFixes(finding, hint, subject) }
}

/** Gives a template the labels that its selector asks for. `path`: of the labels, or of one of them. */
function matchingTemplate(path: Path, { value }: Subject): Remedy {
  const metadata = path.slice(0, path.indexOf('labels'))
  const labels = textsIn(valueAt(value, [...metadata, 'labels']))
  const matchLabels = textsIn(valueAt(value, ['spec', 'selector', 'matchLabels']))
  return makeMatch({ labels, path: metadata.slice(0, -1) }, { matchLabels })
}

/** The texts of a mapping, such as labels. */
const textsIn = (value: Value | undefined): Readonly<Record<string, string>> => {
  const json = value && toJson(value)
  const entries = isObject(json) ? Object.entries(json) : []
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => isText(entry[1])))
}

function valueFixes(
  { rule, place: { path } }: ServerFinding,
  hint: Hint,
  { value: root }: Subject,
): readonly Proposal[] {
  const value = valueAt(root, path)
  const data = value?.type === 'scalar' ? value.data : undefined
  switch (hint.kind) {
    case 'word':
      return chooseWord(path, typeof data === 'string' ? data : '', hint.allowed)
    case 'number':
      // The nearest port is as arbitrary as any other.
      if (rule === 'invalid-port') return []
      return typeof data === 'number' || typeof data === 'bigint' ? nearest(path, Number(data), hint) : []
    case 'name': {
      const name = typeof data === 'string' ? legalName(data, hint.problem) : undefined
      return name === undefined ? [] : [renameEverywhere(path, String(data), name, root)]
    }
    case 'set':
      return [setValue(path, hint.value, setNote(rule, hint.value), setTitle(path, hint.value))]
    case 'remove':
      return value ? [removal(rule, path)] : []
  }
}

/** Fixes of the key at the end of a path. */
function keyFixes(
  { rule, place: { path } }: ServerFinding,
  hint: Hint,
  { value: root }: Subject,
): readonly Proposal[] {
  const key = String(path.at(-1))
  const rename = (to: string, note = 'Whatever uses the old key has to use the new one.'): Proposal => {
    const change: Change = { kind: 'rename', path, key: to }
    return proposal(`Rename to ${to}`, note, change)
  }
  const isFree = (to: string): boolean => !valueAt(root, [...path.slice(0, -1), to])
  switch (hint.kind) {
    case 'word':
      return chooseWord(path, key, hint.allowed).flatMap(({ changes = [] }) =>
        changes.flatMap((change) =>
          change.kind === 'set' && isText(change.value) && isFree(change.value)
            ? [rename(change.value, guessNote(key, change.value))]
            : [],
        ),
      )
    case 'name': {
      const name = legalName(key, hint.problem)
      return name !== undefined && isFree(name) ? [rename(name)] : []
    }
    case 'set':
      return isText(hint.value) && isFree(hint.value) ? [rename(hint.value)] : []
    case 'remove':
      return [removal(rule, path)]
    case 'number':
      return []
  }
}

const nearest = (
  path: Path,
  number: number,
  { least, most }: Hint & { kind: 'number' },
): readonly Proposal[] => {
  const value = Math.min(Math.max(number, least), most)
  const range = most >= Number.MAX_SAFE_INTEGER ? `at least ${least}` : `from ${least} to ${most}`
  return [setValue(path, value, `It can be ${range}. Check that this is what you meant.`)]
}

/** Rules whose values only change their spelling, never their meaning. */
const sameMeaning: ReadonlySet<RuleId> = new Set(['unusual-address', 'surrounding-spaces'])

const setNote = (rule: RuleId, value: Json): string | undefined =>
  sameMeaning.has(rule) ? undefined : `Check that ${String(value)} is what you meant.`

const setTitle = (path: Path, value: Json): string =>
  `Set ${path.findLast(isText) ?? 'it'} to ${String(value)}`

/** What happens when something is removed, by the rule that finds it. */
const removalNotes: Readonly<Partial<Record<RuleId, string>>> = {
  'no-effect': 'The API server drops it, so nothing changes.',
  'duplicate-item': 'The other one, which is the same, stays.',
  'invalid-owner-reference': 'The same owner is listed once more.',
  'generated-selector': 'The API server makes the selector of a Job itself.',
}

const removal = (rule: RuleId, path: Path): Proposal =>
  proposal(
    typeof path.at(-1) === 'number' ? 'Remove the item' : `Remove ${path.at(-1)}`,
    removalNotes[rule] ?? 'The API server does not accept it here. Check that you can do without it.',
    { kind: 'remove', path },
  )
