import type { Mended, Proposal } from '../../../engine/findings/check'
import type { PodBearer } from '../../../engine/objects/readObjects'
import { matches, selectorFault } from '../../../kubernetes/labelSelector'
import type { LabelSelector } from '../../../kubernetes/objects'
import { ensurePodLabels } from '../../facts/ensurePodLabels'
import { plainSelectorOfPods, unlabelled } from '../../facts/podSelector'
import { setField } from '../../facts/setField'

/** A selector for an object that has none. */
export const newSelector = (object: PodBearer): Mended => ensurePodLabels(object, chosen)

function chosen(object: PodBearer): Mended {
  const labels = plainSelectorOfPods(object)
  if (!labels) return { unfixable: unlabelled }
  const note = 'It can never be changed: keep only the labels that will always stay the same.'
  return {
    fixes: [
      setField('Select the labels of the template', ['spec', 'selector'], { matchLabels: labels }, note),
    ],
  }
}

/** Labels that are only missing leave no choice; one with another value does. */
export function agreeing({ pod }: PodBearer, selector: LabelSelector): Mended {
  const fault = selectorFault(selector)
  if (fault)
    return { unfixable: `The selector is not valid: ${fault.message}. Decide what it is to ask for.` }
  const { labels, path } = pod
  const asked = askedFor(selector, labels)
  const isRead = asked?.every(([, value]) => value !== '') ?? false
  if (!asked || !isRead || !matches(selector, { ...labels, ...Object.fromEntries(asked) }))
    return {
      unfixable:
        'The selector leaves open which label the template should carry. Decide that, or select by a label with a value.',
    }
  const [first] = asked
  const isMissing = asked.every(([key]) => !Object.hasOwn(labels, key))
  const isPlain = !selector.matchExpressions?.some(({ values = [] }) => values.length > 1)
  const changes = asked.map(
    ([key, value]) => ({ kind: 'set', path: [...path, 'metadata', 'labels', key], value }) as const,
  )
  const one = asked.length === 1 ? `label ${first?.[0] ?? ''}` : `${asked.length} labels`
  if (isMissing && isPlain)
    return { fixes: [{ title: `Add ${one} to the template`, safety: 'safe', changes }] }
  return {
    fixes: [
      {
        title: `Set ${one} of the template`,
        safety: 'review',
        note: 'Services, policies and budgets that select the old labels no longer find the pods.',
        changes,
      },
      ...reselected(selector, labels),
    ],
  }
}

/** The labels that a selector asks for and a template does not carry; undefined when it does not say which. */
function askedFor(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Readonly<Record<string, string>>,
): readonly (readonly [key: string, value: string])[] | undefined {
  const asked = Object.entries(matchLabels).filter(([key, value]) => labels[key] !== value)
  for (const requirement of matchExpressions) {
    if (matches({ matchExpressions: [requirement] }, { ...labels, ...Object.fromEntries(asked) })) continue
    const { key = '', operator, values: [value] = [] } = requirement
    if (operator !== 'In' || value === undefined) return undefined
    asked.push([key, value])
  }
  return asked
}

/** The other way round: the selector takes the values that the template has, where it has one for each key. */
function reselected(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Readonly<Record<string, string>>,
): readonly Proposal[] {
  const other = Object.entries(matchLabels).filter(([key, value]) => labels[key] !== value)
  const isWhole = other.every(([key]) => Object.hasOwn(labels, key)) && matches({ matchExpressions }, labels)
  if (!isWhole || other.length === 0) return []
  return [
    {
      title: 'Select the labels of the template',
      safety: 'review',
      note: 'Only for an object that is not in a cluster yet: its selector can never be changed.',
      changes: other.map(([key]) => ({
        kind: 'set',
        path: ['spec', 'selector', 'matchLabels', key],
        value: labels[key] ?? '',
      })),
    },
  ]
}
