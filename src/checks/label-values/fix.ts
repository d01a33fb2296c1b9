import type { Mended, Proposal } from '../../engine/findings/check'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import { setField } from '../facts/setField'

/** The longest value that a label may have. */
const longest = 63

/** A legal value near the one that stands there, or a place where any value is legal. */
export function legal({ annotations }: KubernetesObject, key: string, value: string): Mended {
  if (/\$[{(]|\{\{/.test(value))
    return { unfixable: 'The value holds a placeholder that something else has to fill in. Render it first.' }
  const at = ['metadata', 'labels', key]
  const near = value
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, longest)
    .replace(/[^A-Za-z0-9]+$/, '')
  const replace = setField(
    `Change the value to ${near}`,
    at,
    near,
    'What selects this label, in the text or elsewhere, has to ask for the new value.',
  )
  const move: Proposal = {
    title: 'Move it to the annotations',
    safety: 'review',
    note: 'An annotation may hold any text, but nothing can be selected by it.',
    changes: [
      { kind: 'remove', path: at },
      { kind: 'set', path: ['metadata', 'annotations', key], value },
    ],
  }
  const fixes = [...(near ? [replace] : []), ...(Object.hasOwn(annotations, key) ? [] : [move])]
  if (fixes.length > 0) return { fixes }
  return { unfixable: 'Nothing legal is left of the value. Decide what it should say, or remove the label.' }
}
