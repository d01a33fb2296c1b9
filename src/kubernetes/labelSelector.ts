import type { LabelSelector, LabelSelectorRequirement } from './objects'

export type Labels = Readonly<Record<string, string>>

const qualifiedName = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/
const labelValue = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/

/** Whether a label's value has only legal characters; its length is judged apart (`isSelectorValue`). */
export const isLabelValue = (value: string): boolean => labelValue.test(value)

const isSelectorValue = (value: string): boolean => value.length <= 63 && labelValue.test(value)

/** A label key: an optional DNS subdomain and `/`, then a name of 1 to 63 characters. Source: `IsQualifiedName`. */
export function isLabelKey(key: string): boolean {
  const slash = key.indexOf('/')
  const prefix = slash < 0 ? undefined : key.slice(0, slash)
  const name = key.slice(slash + 1)
  if (prefix !== undefined && (prefix.length > 253 || !subdomain.test(prefix))) return false
  return name.length <= 63 && qualifiedName.test(name)
}

/** What is wrong with a selector, at which requirement; undefined when it is valid. */
export type SelectorFault = { readonly at: readonly (string | number)[]; readonly message: string }

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist']

/** The first rule a selector breaks. Source: apimachinery `labels.NewRequirement`. */
export function selectorFault(selector: LabelSelector | undefined): SelectorFault | undefined {
  for (const [key, value] of Object.entries(selector?.matchLabels ?? {})) {
    const message = keyFault(key) ?? valueFault(value)
    if (message) return { at: ['matchLabels', key], message }
  }
  for (const [index, requirement] of (selector?.matchExpressions ?? []).entries()) {
    const fault = requirementFault(requirement)
    if (fault) return { at: ['matchExpressions', index, ...fault.at], message: fault.message }
  }
  return undefined
}

const keyFault = (key: string) =>
  isLabelKey(key) ? undefined : `${JSON.stringify(key)} is no legal label key`

const valueFault = (value: string) =>
  isSelectorValue(value) ? undefined : `${JSON.stringify(value)} is no legal label value`

function requirementFault({
  key = '',
  operator = '',
  values = [],
}: LabelSelectorRequirement): SelectorFault | undefined {
  if (!operators.includes(operator)) {
    return { at: ['operator'], message: `${JSON.stringify(operator)} is none of ${operators.join(', ')}` }
  }
  const takesValues = operator === 'In' || operator === 'NotIn'
  if (takesValues && values.length === 0)
    return { at: ['values'], message: `${operator} needs at least one value` }
  if (!takesValues && values.length > 0) return { at: ['values'], message: `${operator} takes no values` }
  const keyMessage = keyFault(key)
  if (keyMessage) return { at: ['key'], message: keyMessage }
  for (const [index, value] of values.entries()) {
    const message = valueFault(value)
    if (message) return { at: ['values', index], message }
  }
  return undefined
}

const has = (labels: Labels, key: string): boolean => Object.hasOwn(labels, key)

/** Whether all requirements hold; an empty selector matches everything. Only meaningful for a valid selector. */
export function matches(selector: LabelSelector, labels: Labels): boolean {
  for (const [key, value] of Object.entries(selector.matchLabels ?? {})) {
    if (!has(labels, key) || labels[key] !== value) return false
  }
  return (selector.matchExpressions ?? []).every(({ key = '', operator, values = [] }) => {
    if (operator === 'Exists') return has(labels, key)
    if (operator === 'DoesNotExist') return !has(labels, key)
    const listed = has(labels, key) && values.includes(labels[key] ?? '')
    return operator === 'In' ? listed : !listed
  })
}

/** Labels as people read them: `app=web, tier=front`. */
export const labelsText = (labels: Labels): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ')
