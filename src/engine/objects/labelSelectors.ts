import { labelsText } from '../../kubernetes/labelSelector'
import type { Service } from '../../kubernetes/objects'
import type { LabelSelector } from '../../kubernetes/pods'

/** The selector of a Service is a map of labels. An empty one matches every Pod in the namespace. */
export const serviceSelector = ({ spec }: Service): LabelSelector => ({ matchLabels: spec?.selector ?? {} })

/** A selector for people: `app=web, tier In (a, b)`, or `everything` for an empty one. */
export const selectorText = (selector: LabelSelector): string =>
  [
    labelsText(selector.matchLabels ?? {}),
    ...(selector.matchExpressions ?? []).map(
      ({ key = '', operator = '', values }) => `${key} ${operator}${values ? ` (${values.join(', ')})` : ''}`,
    ),
  ]
    .filter((part) => part !== '')
    .join(', ') || 'everything'
