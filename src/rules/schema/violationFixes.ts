import { proposal, review, type Proposal } from '../../engine/findings/remedy'
import type { Change } from '../../engine/model/change'
import type { Path } from '../../engine/model/path'
import { closest } from '../../engine/schema/didYouMean'
import type { Schema } from '../../engine/schema/schema'
import { fieldsOf } from '../../engine/schema/schemaFields'
import type { Violation, ViolationContext, ViolationOf } from '../../engine/schema/violation'
import { isNull, valueAt } from '../../engine/yaml/value'
import { assessAdded, placeholderNote, placeholdersAt, podLabels, requiredValue } from './placeholderValues'
import { correctType, correctValue, guess, setValue } from './valueFixes'

/** The fixes of a violation other than an unknown field; the first is the one to recommend. */
export function violationFixes(
  violation: Exclude<Violation, ViolationOf<'unknown'>>,
  around: ViolationContext,
): readonly Proposal[] {
  switch (violation.kind) {
    case 'missing':
      return addField(violation, around)
    case 'identity':
      return correctIdentity(violation)
    case 'value':
      return correctValue(violation, around)
    case 'type':
      return correctType(violation, around)
    case 'choice':
    case 'incomplete':
      return []
  }
}

/** An object inside another that gives a kind or apiVersion it cannot have there. */
function correctIdentity({ path, allowed, value }: ViolationOf<'identity'>): readonly Proposal[] {
  const word = value.type === 'scalar' ? String(value.data) : ''
  const meant = closest(word, allowed) ?? (allowed.length === 1 ? allowed[0] : undefined)
  return meant === undefined ? [] : [setValue(path, meant, guess(word, meant))]
}

/** A missing field: under its misspelled name, or with a value from elsewhere in the object, or with a placeholder. */
export function addField(violation: ViolationOf<'missing'>, around: ViolationContext): readonly Proposal[] {
  return [...renameMisspelled(violation, around), ...addValue(violation, around)]
}

/** The field may be there under a name that the API does not know. */
function renameMisspelled(
  { path, schema }: ViolationOf<'missing'>,
  { root }: ViolationContext,
): readonly Proposal[] {
  const field = String(path.at(-1))
  const owner = path.slice(0, -1)
  const mapping = valueAt(root, owner)
  const known = fieldsOf(schema)
  const others =
    mapping?.type === 'mapping' ? [...mapping.entries.keys()].filter((key) => !known.has(key)) : []
  return others
    .filter((key) => closest(key, known.keys()) === field)
    .map((key) =>
      proposal(`Rename ${key} to ${field}`, guess(key, field), {
        kind: 'rename',
        path: [...owner, key],
        key: field,
      }),
    )
}

function addValue(
  { path, schema }: ViolationOf<'missing'>,
  { object, root }: ViolationContext,
): readonly Proposal[] {
  const field = String(path.at(-1))
  const owner = path.slice(0, -1)
  const guessed: Path[] = []
  const gap = { object, root, path: owner, guessed }
  if (field === 'pathType') {
    const written = valueAt(root, [...owner, 'path'])
    const isPlain = written?.type === 'scalar' && /^\/[\w./~-]*$/.test(String(written.data))
    const prefix = isPlain ? [setValue(path, 'Prefix', prefixNote, 'Add pathType: Prefix')] : []
    return [...prefix, setValue(path, anyPath, anyPathNote, `Add pathType: ${anyPath}`)]
  }
  const value = requiredValue(schema, field, gap)
  if (value === undefined) return []
  const set = { kind: 'set', path, value } as const
  const isSelector = field === 'selector' && fieldsOf(schema).has('template')
  const changes: readonly Change[] = isSelector ? [set, ...selected(schema, gap)] : [set]
  const placeholders = placeholdersAt(guessed, changes)
  const note = placeholderNote(field, placeholders)
  const assessment = !isSelector
    ? assessAdded(note, changes)
    : placeholders.length === 0
      ? selectorNote
      : assessAdded(`${selectorNote.note} ${placeholderNote('template', placeholders)}`, changes)
  const title =
    isSelector && changes.some((change) => change.path.at(-1) === 'template')
      ? `Add ${field} and template`
      : `Add ${field}`
  return [{ ...proposal(title, assessment, ...changes), ...(placeholders.length > 0 && { placeholders }) }]
}

/** What a new selector selects: a template without labels gets those that it asks for; without one there is a new one. */
function selected(schema: Schema, gap: Parameters<typeof requiredValue>[2]): readonly Change[] {
  const template = [...gap.path, 'template']
  const written = valueAt(gap.root, template)
  if (!written || isNull(written)) {
    const value = requiredValue(schema, 'template', gap)
    return value === undefined ? [] : [{ kind: 'set', path: template, value }]
  }
  const labels = [...template, 'metadata', 'labels']
  const own = valueAt(gap.root, labels)
  if (written.type !== 'mapping' || (own?.type === 'mapping' && own.entries.size > 0)) return []
  return [{ kind: 'set', path: labels, value: podLabels(gap) }]
}

const anyPath = 'ImplementationSpecific'
const prefixNote = review('Matches the path and everything below it. Exact matches only the path itself.')
const anyPathNote = review('Each Ingress controller then interprets the path in its own way.')
const selectorNote = review('A selector cannot be changed later: keep only labels that will never change.')
