import type { Fix } from '../../engine/findings/check'
import { proposal, risky } from '../../engine/findings/remedy'
import { guessField } from '../facts/guessField'

type Label = { readonly key: string; readonly value: string }

/** The longest value that a label can have. */
const longest = 63

/** A valid value close to the present one, or an annotation, where any value is valid. */
const fix: Fix<'any', Label> = ({ data: { key, value } }, { object: { annotations } }) => {
  if (/\$[{(]|\{\{/.test(value))
    return { unfixable: 'The value contains a placeholder that some tool has to replace. Render it first.' }
  const at = ['metadata', 'labels', key]
  const near = withoutSeparators(value.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[^A-Za-z0-9]+/, ''))
  const replace = guessField(
    `Change the value to ${near}`,
    at,
    near,
    'Selectors of this label, in this text or elsewhere, must use the new value.',
    `value of the label ${key}`,
  )
  const move = proposal(
    'Move it to the annotations',
    risky(
      'The label is lost: an annotation keeps its value, but selectors and kubectl get -l cannot use that.',
    ),
    { kind: 'remove', path: at },
    { kind: 'set', path: ['metadata', 'annotations', key], value },
  )
  const fixes = [...(near ? [replace] : []), ...(Object.hasOwn(annotations, key) ? [] : [move])]
  if (fixes.length > 0) return { fixes }
  return { unfixable: 'The value has no valid characters. Decide what it should be, or remove the label.' }
}

/** As much of a value as a label can have, up to its last letter or digit. */
function withoutSeparators(value: string): string {
  let end = Math.min(value.length, longest)
  while (end > 0 && !/[A-Za-z0-9]/.test(value[end - 1] ?? '')) end--
  return value.slice(0, end)
}

export default fix
