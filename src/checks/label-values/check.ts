import { check, type Proposal, type Remark } from '../../engine/check'
import { titleOf, type KubernetesObject } from '../../engine/objects'
import { isLabelValue } from '../../kubernetes/labelSelector'
import { setting } from '../setting'

export default check({
  id: 'label-values',
  title: 'Label values',
  topic: 'valid',
  on: 'any',
  *judge(object) {
    for (const [key, value] of Object.entries(object.labels)) {
      if (isLabelValue(value)) continue
      yield {
        severity: 'critical',
        at: ['metadata', 'labels', key],
        subject: key,
        message: `${titleOf(object)} has the label ${key} with the illegal value ${JSON.stringify(value)}.`,
        advice:
          'Letters, digits, dots, dashes and underscores are allowed, with a letter or digit at both ends.',
        ...mend(object, key, value),
      }
    }
  },
})

/** The longest value that a label may have. */
const longest = 63

function mend(
  { annotations }: KubernetesObject,
  key: string,
  value: string,
): Pick<Remark, 'fixes' | 'unfixable'> {
  if (/\$[{(]|\{\{/.test(value))
    return { unfixable: 'The value holds a placeholder that something else has to fill in. Render it first.' }
  const at = ['metadata', 'labels', key]
  const legal = value
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, longest)
    .replace(/[^A-Za-z0-9]+$/, '')
  const replace = setting(
    `Change the value to ${legal}`,
    at,
    legal,
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
  const fixes = [...(legal ? [replace] : []), ...(Object.hasOwn(annotations, key) ? [] : [move])]
  if (fixes.length > 0) return { fixes }
  return { unfixable: 'Nothing legal is left of the value. Decide what it should say, or remove the label.' }
}
