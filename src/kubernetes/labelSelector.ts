import type { LabelSelector, LabelSelectorRequirement } from './pods'

export type Labels = Readonly<Record<string, string>>

const qualifiedName = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/
const labelValue = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/

/** Whether a label's value only has valid characters. Its length, which is limited to 63, is checked separately. */
export const isLabelValue = (value: string): boolean => labelValue.test(value)

const isSelectorValue = (value: string): boolean => value.length <= 63 && labelValue.test(value)

/** A label key: an optional DNS subdomain and `/`, then a name of 1 to 63 characters. Source: `IsQualifiedName`. */
function isLabelKey(key: string): boolean {
  const slash = key.indexOf('/')
  const prefix = slash < 0 ? undefined : key.slice(0, slash)
  const name = key.slice(slash + 1)
  if (prefix !== undefined && (prefix.length > 253 || !subdomain.test(prefix))) return false
  return name.length <= 63 && qualifiedName.test(name)
}

/** What is wrong with a selector. `at` is the path from the selector: `['matchExpressions', 0, 'operator']`. */
type SelectorProblem = { readonly at: readonly (string | number)[]; readonly message: string }

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist']

/** The first rule that a selector breaks; undefined for a valid one. Source: apimachinery `labels.NewRequirement`. */
export function selectorError(selector: LabelSelector | undefined): SelectorProblem | undefined {
  for (const [key, value] of Object.entries(selector?.matchLabels ?? {})) {
    const message = keyMessage(key) ?? valueMessage(value)
    if (message) return { at: ['matchLabels', key], message }
  }
  for (const [index, requirement] of (selector?.matchExpressions ?? []).entries()) {
    const error = requirementError(requirement)
    if (error) return { at: ['matchExpressions', index, ...error.at], message: error.message }
  }
  return undefined
}

const keyMessage = (key: string): string | undefined =>
  isLabelKey(key) ? undefined : `${JSON.stringify(key)} is not a valid label key`

const valueMessage = (value: string): string | undefined =>
  isSelectorValue(value) ? undefined : `${JSON.stringify(value)} is not a valid label value`

function requirementError({
  key = '',
  operator = '',
  values = [],
}: LabelSelectorRequirement): SelectorProblem | undefined {
  if (!operators.includes(operator)) {
    const message = `operator must be one of ${operators.join(', ')}, but is ${JSON.stringify(operator)}`
    return { at: ['operator'], message }
  }
  const needsValues = operator === 'In' || operator === 'NotIn'
  if (needsValues && values.length === 0)
    return { at: ['values'], message: `operator ${operator} requires at least one value` }
  if (!needsValues && values.length > 0)
    return { at: ['values'], message: `operator ${operator} does not allow values` }
  const message = keyMessage(key)
  if (message) return { at: ['key'], message }
  for (const [index, value] of values.entries()) {
    const error = valueMessage(value)
    if (error) return { at: ['values', index], message: error }
  }
  return undefined
}

const has = (labels: Labels, key: string): boolean => Object.hasOwn(labels, key)

/** Whether labels meet all requirements of a valid selector. An empty selector matches everything. */
export const matches = (selector: LabelSelector, labels: Labels): boolean =>
  hasAll(labels, selector) &&
  (selector.matchExpressions ?? []).every((requirement) =>
    meets(requirement, labels, (value) => (requirement.values ?? []).includes(value)),
  )

/** The same, for a selector that is compared with many labels: its lists of values are indexed once. */
export function matcherOf(selector: LabelSelector): (labels: Labels) => boolean {
  const requirements = (selector.matchExpressions ?? []).map((requirement) => {
    const values = new Set(requirement.values)
    return (labels: Labels) => meets(requirement, labels, (value) => values.has(value))
  })
  return (labels) => hasAll(labels, selector) && requirements.every((isMet) => isMet(labels))
}

const hasAll = (labels: Labels, { matchLabels = {} }: LabelSelector): boolean => {
  for (const [key, value] of Object.entries(matchLabels)) {
    if (!has(labels, key) || labels[key] !== value) return false
  }
  return true
}

const meets = (
  { key = '', operator }: LabelSelectorRequirement,
  labels: Labels,
  isValue: (value: string) => boolean,
): boolean => {
  if (operator === 'Exists') return has(labels, key)
  if (operator === 'DoesNotExist') return !has(labels, key)
  const isListed = has(labels, key) && isValue(labels[key] ?? '')
  return operator === 'In' ? isListed : !isListed
}

/** Labels as kubectl prints them: `app=web, tier=front`. */
export const labelsText = (labels: Labels): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ')
