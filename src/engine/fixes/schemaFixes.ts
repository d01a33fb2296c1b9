import { fieldsOf } from '../schema/schemaFields'
import { properPlaceOf, targetPaths, removalPath } from '../schema/misplacedField'
import { fillNote, filled, podLabels } from './placeholderValues'
import { toJson } from '../yaml/toJson'
import type { ProblemFix } from '../model/problem'
import { closest } from '../schema/didYouMean'
import { valueAt } from '../yaml/value'
import { doubtOf, fixOf, removing, respelled, retyped, setting } from './valueFixes'
import type { Violation, Of, Around } from '../schema/violation'

/** What would mend a violation; the first is the one to recommend. */
export function mendsOf(violation: Violation, around: Around): readonly ProblemFix[] {
  switch (violation.kind) {
    case 'missing':
      return added(violation, around)
    case 'unknown':
      return [...renamed(violation), ...moved(violation, around), removing(violation.path, loss)]
    case 'identity':
      return identified(violation)
    case 'value':
      return respelled(violation, around)
    case 'type':
      return retyped(violation, around)
    case 'choice':
    case 'unsettled':
      return []
  }
}

const loss = 'The API ignores or refuses it. Look whether something is lost with it.'

/** An unknown field gets the name of the nearest one. */
function renamed({ path, schema }: Of<'unknown'>): readonly ProblemFix[] {
  const name = String(path.at(-1))
  const key = closest(name, fieldsOf(schema).keys())
  if (key === undefined || key === name) return []
  return [fixOf(`Rename to ${key}`, doubtOf(name, key), { kind: 'rename', path, key })]
}

/** An unknown field moves to where its very name is known, when nothing stands there. */
function moved(violation: Of<'unknown'>, { root }: Around): readonly ProblemFix[] {
  const { path } = violation
  const home = properPlaceOf(violation)
  const here = home && valueAt(root, path)
  const value = here && toJson(here)
  if (!here || value === undefined) return []
  const places = targetPaths(home, path, root)
  const [place] = places
  if (!place) return []
  const where = place.slice(0, -1).findLast((step) => typeof step === 'string') ?? 'the top'
  return [
    fixOf(
      `Move to ${where}`,
      home.isOnly ? undefined : 'Look whether it was meant to stand there.',
      ...places.map((target) => ({ kind: 'set', path: target, value }) as const),
      { kind: 'remove', path: removalPath(root, path, places) },
    ),
  ]
}

/** An object that calls itself by another kind than it can be. */
function identified({ path, allowed, value }: Of<'identity'>): readonly ProblemFix[] {
  const word = value.type === 'scalar' ? String(value.data) : ''
  const meant = closest(word, allowed) ?? (allowed.length === 1 ? allowed[0] : undefined)
  return meant === undefined ? [] : [setting(path, meant, doubtOf(word, meant))]
}

/** A required field with what the object tells of it elsewhere, or with a placeholder. */
export function added(violation: Of<'missing'>, around: Around): readonly ProblemFix[] {
  return [...misspelled(violation, around), ...filledIn(violation, around)]
}

/** The field may stand there under a name that the API does not know. */
function misspelled({ path, schema }: Of<'missing'>, { root }: Around): readonly ProblemFix[] {
  const field = String(path.at(-1))
  const owner = path.slice(0, -1)
  const around = valueAt(root, owner)
  const known = fieldsOf(schema)
  const others = around?.type === 'mapping' ? [...around.entries.keys()].filter((key) => !known.has(key)) : []
  const meant = others.filter((key) => closest(key, known.keys()) === field)
  return meant.map((key) =>
    fixOf(`Rename ${key} to ${field}`, doubtOf(key, field), {
      kind: 'rename',
      path: [...owner, key],
      key: field,
    }),
  )
}

function filledIn({ path, schema }: Of<'missing'>, { object, root }: Around): readonly ProblemFix[] {
  const field = String(path.at(-1))
  const owner = path.slice(0, -1)
  const spot = { object, root, path: owner }
  if (field === 'pathType') {
    const written = valueAt(root, [...owner, 'path'])
    const isPlain = written?.type === 'scalar' && /^\/[\w./~-]*$/.test(String(written.data))
    const prefix = isPlain ? [setting(path, 'Prefix', prefixNote, 'Add pathType: Prefix')] : []
    return [...prefix, setting(path, any, anyNote, `Add pathType: ${any}`)]
  }
  const value = filled(schema, field, spot)
  if (value === undefined) return []
  const put = { kind: 'set', path, value } as const
  const title = `Add ${field}`
  const pods = [...owner, 'template']
  const labels = [...pods, 'metadata', 'labels']
  if (field !== 'selector' || valueAt(root, pods)?.type !== 'mapping')
    return [fixOf(title, fillNote(field, value), put)]
  // The pods of a workload get the labels that it selects when they have none.
  const isLabelled = valueAt(root, labels)?.type === 'mapping'
  const label = { kind: 'set', path: labels, value: podLabels(spot) } as const
  return [fixOf(title, selectorNote, put, ...(isLabelled ? [] : [label]))]
}

const any = 'ImplementationSpecific'
const prefixNote = 'It takes the path and all below it. Exact takes the path alone.'
const anyNote = 'Each controller reads the path in its own way then.'
const selectorNote = 'The selector can never be changed: keep only labels that always stay the same.'
