import type { Placeholder, Proposal, ProposedChange } from '../findings/remedy'
import type { Finding } from '../model/finding'
import { isList, isObject, type Json } from '../model/json'
import { pathText, type Path } from '../model/path'
import type { Range } from '../model/range'
import { valueOf } from '../objects/locatedObjects'
import type { KubernetesObject } from '../objects/readObjects'
import { toJson } from '../yaml/toJson'
import { valueAt } from '../yaml/value'
import type { Snapshot } from './snapshot'

/** A value that a fix sets without knowing it. */
export type FilledPlaceholder = {
  /** What to ask for, as after “Enter the …”: `memory limit of container web`. */
  readonly what: string
  /** The finding that the fix is for, by its id, and where the value is, from the root of that finding’s object. */
  readonly finding: string
  readonly path: Path
  /** The value as it is written, and as data. */
  readonly value: string
  readonly data: Json
  /** Where it is in the text after the edits. */
  readonly range: Range
}

/** What a person says instead of a placeholder. `path`: as in the placeholder. */
export type GivenValue = Pick<FilledPlaceholder, 'finding' | 'path'> & { readonly value: Json }

/** Where the placeholders of a proposal are in the text after it. */
export function filledPlaceholders(
  { placeholders = [] }: Proposal,
  finding: Finding,
  before: Snapshot,
  after: Snapshot,
): readonly FilledPlaceholder[] {
  const owner = before.ownerOf(finding)
  const now = owner && after.objectAt(owner)
  const root = now && valueOf(now)
  if (!root) return []
  const { from: start } = now.document.range
  return placeholders.flatMap(({ what, path }) => {
    const value = valueAt(root, path)
    const data = value && toJson(value)
    if (!value || data === undefined) return []
    const range = { from: start + value.from, to: start + value.to }
    return [{ what, finding: finding.id, path, value: after.text.slice(range.from, range.to), data, range }]
  })
}

/**
 * The same proposal with other values in place of its placeholders, in its title too. `owner`: the object of the finding. A
 * value that is for no placeholder of it changes nothing.
 */
export function withValues(
  proposal: Proposal,
  owner: KubernetesObject | undefined,
  values: readonly GivenValue[],
): Proposal {
  const { placeholders = [], changes = [] } = proposal
  const given = placeholders.flatMap((placeholder) => {
    const value = values.find(({ path }) => isSame(path, placeholder.path))?.value
    return value === undefined ? [] : [{ path: placeholder.path, value }]
  })
  if (given.length === 0) return proposal
  const isOwn = ({ object }: ProposedChange): boolean => object === undefined || object === owner
  const changed = given.reduce<readonly ProposedChange[]>(
    (all, { path, value }) => all.map((change) => (isOwn(change) ? withValue(change, path, value) : change)),
    changes,
  )
  return { ...proposal, changes: changed, title: titleWith(proposal.title, placeholders, changes, changed) }
}

const isSame = (left: Path, right: Path): boolean => pathText(left) === pathText(right)

function withValue(change: ProposedChange, path: Path, value: Json): ProposedChange {
  const inside = insideOf(change, path)
  return inside && 'value' in change ? { ...change, value: replaced(change.value, inside, value) } : change
}

/** The rest of a path inside the value of a change; undefined when the path does not lead there. */
function insideOf(change: ProposedChange, path: Path): Path | undefined {
  if (!change.path.every((step, index) => path[index] === step)) return undefined
  const rest = path.slice(change.path.length)
  if (change.kind === 'set') return rest
  return change.kind === 'append' && typeof rest[0] === 'number' ? rest.slice(1) : undefined
}

/** Data with another value at a path that leads somewhere in it; otherwise the same data. */
function replaced(data: Json, [step, ...rest]: Path, value: Json): Json {
  if (step === undefined) return value
  if (isList(data)) return data.map((item, index) => (index === step ? replaced(item, rest, value) : item))
  if (!isObject(data) || typeof step === 'number' || !Object.hasOwn(data, step)) return data
  return { ...data, [step]: replaced(data[step] ?? null, rest, value) }
}

/** What changes set at a path; undefined when they set nothing there. */
function valueSetAt(changes: readonly ProposedChange[], path: Path): Json | undefined {
  for (const change of changes.toReversed()) {
    const inside = insideOf(change, path)
    if (inside && 'value' in change) return inside.reduce<Json | undefined>(memberOf, change.value)
  }
  return undefined
}

function memberOf(data: Json | undefined, step: string | number): Json | undefined {
  if (isList(data)) return typeof step === 'number' ? data[step] : undefined
  return isObject(data) && Object.hasOwn(data, step) ? data[step] : undefined
}

/** The title with the new values where it names the old ones, in the order of the placeholders. */
function titleWith(
  title: string,
  placeholders: readonly Placeholder[],
  before: readonly ProposedChange[],
  after: readonly ProposedChange[],
): string {
  const values = placeholders.map(({ path }) =>
    [before, after].map((changes) => String(valueSetAt(changes, path) ?? '')),
  )
  return title.replace(/[^\s,()]+/g, (word) => {
    const at = values.findIndex(([old]) => old === word)
    return at < 0 ? word : (values.splice(at, 1)[0]?.[1] ?? word)
  })
}
