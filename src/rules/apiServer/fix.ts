import type { Hint, ServerFinding } from '../../apiServer/answer'
import type { RuleId } from '../../apiServer/rules'
import { makeMatch } from '../../checks/families/selectorMatchesTemplate/fix'
import {
  proposal,
  review,
  risky,
  safe,
  type Assessment,
  type Proposal,
  type Remedy,
} from '../../engine/findings/remedy'
import type { Subject } from '../../engine/findings/rule'
import type { Change } from '../../engine/model/change'
import { canonicalJson, isList, isObject, isText, type Json } from '../../engine/model/json'
import { once } from '../../engine/model/lookup'
import type { Path } from '../../engine/model/path'
import { shorten } from '../../engine/model/shorten'
import { toJson } from '../../engine/yaml/toJson'
import { valueAt, type Sequence, type Value } from '../../engine/yaml/value'
import { legalName } from '../../kubernetes/legalName'
import { convertBackend } from '../schema/conversionFixes'
import { removal } from '../schema/lostValues'
import { chooseWord, guess, setValue } from '../schema/valueFixes'
import { sideEffectsReason } from '../schema/webhookFixes'
import { renameEverywhere } from './nameFixes'

/** What can be done about something that the API server says of an object. */
export function serverRemedy(finding: ServerFinding, subject: Subject): Remedy {
  const { hint, place, rule } = finding
  if (rule === 'selector-mismatch') return matchingTemplate(place.path, subject)
  if (place.path.at(-1) === 'sideEffects') return { unfixable: sideEffectsReason }
  if (rule === 'required-field' && place.path.at(-1) === 'service')
    return { fixes: convertBackend(place.path, subject.value) }
  if (!hint) return { fixes: rule.startsWith('duplicate-') ? withoutCopy(place.path, subject.value) : [] }
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
      if (rule === 'negative-history') return [usualHistory(path)]
      return typeof data === 'number' || typeof data === 'bigint' ? nearest(path, Number(data), hint) : []
    case 'name': {
      const split = rule === 'invalid-env-name' ? splitVariable(path, data, root) : undefined
      if (split) return [split]
      const name = typeof data === 'string' ? legalName(data, hint.problem) : undefined
      return name === undefined ? [] : [renameEverywhere(path, String(data), name, root)]
    }
    case 'set':
      if (rule === 'no-room-for-update') return roomForUpdate(path)
      return [setValue(path, hint.value, setAssessment(rule, hint.value, value), setTitle(path, hint.value))]
    case 'remove':
      return value ? [removalFix(rule, path, root)] : []
  }
}

/** A variable whose name holds its value, as a shell writes it: `LOG_LEVEL=debug`. */
function splitVariable(path: Path, data: unknown, root: Value): Proposal | undefined {
  const [, name, content] = /^([A-Za-z_]\w*)=(.*)$/s.exec(isText(data) ? data : '') ?? []
  const owner = path.slice(0, -1)
  const isTaken = ['value', 'valueFrom'].some((key) => valueAt(root, [...owner, key]))
  if (name === undefined || content === undefined || path.at(-1) !== 'name' || isTaken) return undefined
  return proposal(
    `Split into name and value`,
    review('The text before “=” becomes the name, and the rest the value.'),
    { kind: 'set', path, value: name },
    { kind: 'set', path: [...owner, 'value'], value: content },
  )
}

/** Fixes of the key at the end of a path. */
function keyFixes(
  { rule, place: { path } }: ServerFinding,
  hint: Hint,
  { value: root }: Subject,
): readonly Proposal[] {
  const key = String(path.at(-1))
  const rename = (
    to: string,
    assessment = review('Whatever uses the old key has to use the new one.'),
  ): Proposal => {
    const change: Change = { kind: 'rename', path, key: to }
    return proposal(`Rename to ${to}`, assessment, change)
  }
  const isFree = (to: string): boolean => !valueAt(root, [...path.slice(0, -1), to])
  switch (hint.kind) {
    case 'word':
      return chooseWord(path, key, hint.allowed).flatMap(({ changes = [] }) =>
        changes.flatMap((change) =>
          change.kind === 'set' && isText(change.value) && isFree(change.value)
            ? [rename(change.value, guess(key, change.value))]
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
      return [removalFix(rule, path, root)]
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
  const range = most >= largest ? `at least ${least}` : `from ${least} to ${most}`
  const note = `It was ${number} and can be ${range}. Check that ${value} is what you want.`
  // Whoever writes -1 often means “no limit”, and would get the opposite.
  const assessment =
    number < 0 ? risky(`${note} If you meant “no limit”, leave the field out.`) : review(note)
  return [setValue(path, value, assessment)]
}

/** Most fields have 32 bits, which says nothing about what is useful. */
const largest = 2 ** 31 - 1

/** One Pod more or one less during an update. `path`: of `maxUnavailable`. */
const roomForUpdate = (path: Path): readonly Proposal[] => [
  setValue(
    [...path.slice(0, -1), 'maxSurge'],
    1,
    review('An update then starts a new Pod before it stops an old one: the nodes need room for one more.'),
    'Set maxSurge to 1',
  ),
  setValue(
    path,
    1,
    review('An update then stops an old Pod before it starts a new one: check that one less is enough.'),
    'Set maxUnavailable to 1',
  ),
]

/** Without a number that is allowed, all old revisions are kept; with 0, nothing can be rolled back. */
const usualHistory = (path: Path): Proposal =>
  setValue(
    path,
    10,
    review('10 is the default. Today all old revisions are kept; those before the last 10 are then deleted.'),
  )

/** Rules whose values only change their spelling, never their meaning. */
const sameMeaning: ReadonlySet<RuleId> = new Set(['unusual-address', 'surrounding-spaces'])

function setAssessment(rule: RuleId, meant: Json, written: Value | undefined): Assessment {
  if (sameMeaning.has(rule)) return safe('Only the spelling changes.')
  const data = written?.type === 'scalar' ? written.data : undefined
  if (typeof data === 'string' && typeof meant === 'number' && data === String(meant))
    return safe('The value stays the same, as the type that the API expects.')
  const json = written?.type === 'sequence' ? toJson(written) : undefined
  if (isList(json) && isList(meant) && isSameSet(json, meant)) return safe('Only the order changes.')
  const former = data === undefined || data === null ? '' : `It was “${shorten(String(data), 40)}”. `
  return review(
    `${former}Check that ${isList(meant) ? meant.map(String).join(', ') : String(meant)} is what you meant.`,
  )
}

const isSameSet = (left: readonly Json[], right: readonly Json[]): boolean =>
  canonicalJson(left.map(canonicalJson).toSorted()) === canonicalJson(right.map(canonicalJson).toSorted())

const setTitle = (path: Path, value: Json): string =>
  `Set ${path.findLast(isText) ?? 'it'} to ${String(value)}`

/** What to know about a removal, by the rule that asks for it. */
const removalReasons: Readonly<Partial<Record<RuleId, string>>> = {
  'no-effect': 'The API server drops it anyway, so nothing changes in the cluster.',
  'generated-selector': 'The API server makes the selector of a Job itself.',
  'invalid-namespace': 'Objects of this kind have none: the API server drops it, so nothing changes.',
  'invalid-owner-reference': 'The same owner is listed once more.',
}

const removalFix = (rule: RuleId, path: Path, root: Value): Proposal => {
  const equal = equalItem(path, root)
  const title = typeof path.at(-1) === 'number' ? 'Remove the item' : `Remove ${path.at(-1)}`
  if (equal) return proposal(title, safe('Nothing is lost: an equal item stays.'), { kind: 'remove', path })
  const reason =
    removalReasons[rule] ?? 'The API server does not accept it here. Check that you can do without it.'
  const fix = removal(path, root, reason, review('It is empty, so nothing is lost.'))
  return rule === 'invalid-namespace' ? { ...fix, effect: 'no restart' } : fix
}

/** Whether an item of a list has an equal one beside it. */
function equalItem(path: Path, root: Value): boolean {
  const list = valueAt(root, path.slice(0, -1))
  const item = valueAt(root, path)
  const text = item && canonical(item)
  return list?.type === 'sequence' && text !== undefined && (countsOf(list).get(text) ?? 0) > 1
}

/** Removes the item around a path that has an equal one beside it. */
function withoutCopy(path: Path, root: Value): readonly Proposal[] {
  const item = path.slice(0, path.findLastIndex((step) => typeof step === 'number') + 1)
  return equalItem(item, root) ? [removalFix('duplicate-item', item, root)] : []
}

/** How often each item is in a list. */
const countsOf = once((list: Sequence) => {
  const counts = new Map<string, number>()
  for (const item of list.items) {
    const text = canonical(item)
    if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return counts
})

const canonical = (value: Value): string | undefined => {
  const json = toJson(value)
  return json === undefined ? undefined : canonicalJson(json)
}
