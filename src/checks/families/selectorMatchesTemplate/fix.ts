import type { Fix } from '../../../engine/findings/check'
import { proposal, risky, safe, type Proposal, type Remedy } from '../../../engine/findings/remedy'
import { serviceSelector } from '../../../engine/objects/labelSelectors'
import { titleOf, type KubernetesObject, type PodBearer } from '../../../engine/objects/readObjects'
import type { Relations } from '../../../engine/objects/relations'
import { matches, selectorError } from '../../../kubernetes/labelSelector'
import type { LabelSelector } from '../../../kubernetes/pods'
import { ensurePodLabels } from '../../facts/ensurePodLabels'
import { lastingPlainSelectorOfPods, withoutLabels } from '../../facts/podSelector'
import { setField } from '../../facts/setField'
import type { OwnSelector } from './find'

const fix: Fix<'pod', OwnSelector> = ({ data: { selector } }, { object, relations }) =>
  selector
    ? keepSelected(makeMatch(object.pod, selector), object, relations)
    : ensurePodLabels(object, addSelector)

export default fix

function addSelector(object: PodBearer): Remedy {
  const labels = lastingPlainSelectorOfPods(object)
  if (!labels) return { unfixable: withoutLabels }
  const note = 'A selector cannot be changed later: keep only labels that will never change.'
  return {
    fixes: [
      setField('Select the labels of the template', ['spec', 'selector'], { matchLabels: labels }, note),
    ],
  }
}

/**
 * Of the two ways to make selector and template match, the one first that keeps the Pods selected by what selects them
 * now, such as a Service; the other is risky.
 */
function keepSelected(remedy: Remedy, object: PodBearer, relations: Relations): Remedy {
  const { fixes = [], ...rest } = remedy
  const assessed = fixes.map((one): Proposal => {
    const loser = changedLabels(one, object).flatMap((label) => selecting(object, label, relations))[0]
    return loser ? { ...one, ...risky(`${titleOf(loser)} selects the old labels and loses the Pods.`) } : one
  })
  const [first, second, ...others] = assessed
  const isKept = first?.safety !== 'risky'
  const ordered = isKept || !second ? assessed : [second, first, ...others]
  return { ...rest, ...(fixes.length > 0 && { fixes: ordered }) }
}

/** The keys of labels of the template to which a proposal gives another value. */
const changedLabels = ({ changes = [] }: Proposal, { pod }: PodBearer): readonly string[] =>
  changes.flatMap(({ path }) => {
    const key = path.at(-1)
    const isLabel = path.at(-2) === 'labels' && typeof key === 'string'
    return isLabel && Object.hasOwn(pod.labels, key) ? [key] : []
  })

/** What selects the Pods of an object by one of their labels. */
function selecting(object: PodBearer, key: string, relations: Relations): readonly KubernetesObject[] {
  const service = relations.serviceFor(object)
  const budget = relations.budgetFor(object)
  const bySelector = (selector: LabelSelector | undefined) =>
    Object.hasOwn(selector?.matchLabels ?? {}, key) ||
    (selector?.matchExpressions ?? []).some((requirement) => requirement.key === key)
  return [
    ...(service && bySelector(serviceSelector(service.data)) ? [service] : []),
    ...[...relations.policiesFor(object)].filter(({ data }) => bySelector(data.spec?.podSelector)),
    ...(budget && bySelector(budget.data.spec?.selector) ? [budget] : []),
  ]
}

/**
 * Makes the labels of a template match a selector. Labels that are only missing leave no choice; a label with another value
 * does.
 */
export function makeMatch(
  { labels, path }: Pick<PodBearer['pod'], 'labels' | 'path'>,
  selector: LabelSelector,
): Remedy {
  const error = selectorError(selector)
  if (error)
    return { unfixable: `The selector is not valid: ${error.message}. Decide what it should select.` }
  const missing = missingLabels(selector, labels)
  const hasValues = missing?.every(([, value]) => value !== '') ?? false
  if (!missing || !hasValues || !matches(selector, { ...labels, ...Object.fromEntries(missing) }))
    return {
      unfixable:
        'The selector does not say which label the template should have. Decide that, or select a label with a value.',
    }
  const [first] = missing
  const areNew = missing.every(([key]) => !Object.hasOwn(labels, key))
  const isPlain = !selector.matchExpressions?.some(({ values = [] }) => values.length > 1)
  const changes = missing.map(
    ([key, value]) => ({ kind: 'set', path: [...path, 'metadata', 'labels', key], value }) as const,
  )
  const what = missing.length === 1 ? `label ${first?.[0] ?? ''}` : `${missing.length} labels`
  if (areNew && isPlain)
    return {
      fixes: [
        proposal(
          `Add ${what} to the template`,
          safe('The selector already asks for exactly that.'),
          ...changes,
        ),
      ],
    }
  return {
    fixes: [
      {
        title: `Set ${what} of the template`,
        safety: 'review',
        note: 'Services, policies and budgets that select the old labels no longer match the Pods.',
        changes,
      },
      ...selectTemplate(selector, labels),
    ],
  }
}

/** The labels that a selector asks for and a template does not have; undefined when the selector does not say which. */
function missingLabels(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Readonly<Record<string, string>>,
): readonly (readonly [key: string, value: string])[] | undefined {
  const missing = Object.entries(matchLabels).filter(([key, value]) => labels[key] !== value)
  for (const requirement of matchExpressions) {
    if (matches({ matchExpressions: [requirement] }, { ...labels, ...Object.fromEntries(missing) })) continue
    const { key = '', operator, values: [value] = [] } = requirement
    if (operator !== 'In' || value === undefined) return undefined
    missing.push([key, value])
  }
  return missing
}

/** The other way round: the selector gets the values of the template, where that has one for each key. */
function selectTemplate(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Readonly<Record<string, string>>,
): readonly Proposal[] {
  const different = Object.entries(matchLabels).filter(([key, value]) => labels[key] !== value)
  const isComplete =
    different.every(([key]) => Object.hasOwn(labels, key)) && matches({ matchExpressions }, labels)
  if (!isComplete || different.length === 0) return []
  return [
    {
      title: 'Select the labels of the template',
      safety: 'review',
      note: 'Only for an object that is not in a cluster yet: the selector cannot be changed later.',
      changes: different.map(([key]) => ({
        kind: 'set',
        path: ['spec', 'selector', 'matchLabels', key],
        value: labels[key] ?? '',
      })),
    },
  ]
}
