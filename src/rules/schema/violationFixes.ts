import { proposal, type Proposal } from '../../engine/findings/remedy'
import { closest } from '../../engine/schema/didYouMean'
import { correctLocationOf, removalPath, targetPaths } from '../../engine/schema/misplacedField'
import { fieldsOf } from '../../engine/schema/schemaFields'
import type { Violation, ViolationContext, ViolationOf } from '../../engine/schema/violation'
import { toJson } from '../../engine/yaml/toJson'
import { valueAt } from '../../engine/yaml/value'
import { placeholderNote, requiredValue, podLabels } from './placeholderValues'
import { correctType, correctValue, guessNote, removeField, setValue } from './valueFixes'

/** The fixes of a violation; the first is the one to recommend. */
export function violationFixes(violation: Violation, around: ViolationContext): readonly Proposal[] {
  switch (violation.kind) {
    case 'missing':
      return addField(violation, around)
    case 'unknown':
      return [
        ...renameField(violation),
        ...moveField(violation, around),
        removeField(violation.path, removalNote),
      ]
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

const removalNote = 'The API ignores or rejects it. Check that nothing is lost.'

/** An unknown field gets the name of the closest known one. */
function renameField({ path, schema }: ViolationOf<'unknown'>): readonly Proposal[] {
  const name = String(path.at(-1))
  const key = closest(name, fieldsOf(schema).keys())
  if (key === undefined || key === name) return []
  return [proposal(`Rename to ${key}`, guessNote(name, key), { kind: 'rename', path, key })]
}

/** An unknown field moves to where its exact name is known, when that place is free. */
function moveField(violation: ViolationOf<'unknown'>, { root }: ViolationContext): readonly Proposal[] {
  const { path } = violation
  const location = correctLocationOf(violation)
  const here = location && valueAt(root, path)
  const value = here && toJson(here)
  if (!here || value === undefined) return []
  const targets = targetPaths(location, path, root)
  const [target] = targets
  if (!target) return []
  const where = target.slice(0, -1).findLast((step) => typeof step === 'string') ?? 'the top level'
  return [
    proposal(
      `Move to ${where}`,
      location.isOnly ? undefined : 'Check that this is where you want it.',
      ...targets.map((to) => ({ kind: 'set', path: to, value }) as const),
      { kind: 'remove', path: removalPath(root, path, targets) },
    ),
  ]
}

/** An object inside another that gives a kind or apiVersion it cannot have there. */
function correctIdentity({ path, allowed, value }: ViolationOf<'identity'>): readonly Proposal[] {
  const word = value.type === 'scalar' ? String(value.data) : ''
  const meant = closest(word, allowed) ?? (allowed.length === 1 ? allowed[0] : undefined)
  return meant === undefined ? [] : [setValue(path, meant, guessNote(word, meant))]
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
      proposal(`Rename ${key} to ${field}`, guessNote(key, field), {
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
  const gap = { object, root, path: owner }
  if (field === 'pathType') {
    const written = valueAt(root, [...owner, 'path'])
    const isPlain = written?.type === 'scalar' && /^\/[\w./~-]*$/.test(String(written.data))
    const prefix = isPlain ? [setValue(path, 'Prefix', prefixNote, 'Add pathType: Prefix')] : []
    return [...prefix, setValue(path, anyPath, anyPathNote, `Add pathType: ${anyPath}`)]
  }
  const value = requiredValue(schema, field, gap)
  if (value === undefined) return []
  const set = { kind: 'set', path, value } as const
  const title = `Add ${field}`
  const template = [...owner, 'template']
  if (field !== 'selector' || valueAt(root, template)?.type !== 'mapping')
    return [proposal(title, placeholderNote(field, value), set)]
  // A template without labels gets those that the new selector asks for.
  const labels = [...template, 'metadata', 'labels']
  const isLabelled = valueAt(root, labels)?.type === 'mapping'
  const label = { kind: 'set', path: labels, value: podLabels(gap) } as const
  return [proposal(title, selectorNote, set, ...(isLabelled ? [] : [label]))]
}

const anyPath = 'ImplementationSpecific'
const prefixNote = 'Matches the path and everything below it. Exact matches only the path itself.'
const anyPathNote = 'Each Ingress controller then interprets the path in its own way.'
const selectorNote = 'A selector cannot be changed later: keep only labels that will never change.'
