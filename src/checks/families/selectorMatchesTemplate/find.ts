import type { CheckRun } from '../../../engine/findings/check'
import { selectorText } from '../../../engine/objects/labelSelectors'
import { titleOf, type PodBearer } from '../../../engine/objects/readObjects'
import { matches, selectorError } from '../../../kubernetes/labelSelector'
import type { Deployment, StatefulSet } from '../../../kubernetes/objects'
import type { LabelSelector } from '../../../kubernetes/pods'

/** Reports a workload whose selector does not match the labels of its own template. */
export function* selectorMismatch(object: PodBearer<Deployment | StatefulSet>): CheckRun<OwnSelector> {
  const selector = object.data.spec?.selector
  if (!selector) {
    yield {
      severity: 'critical',
      at: ['spec', 'selector'],
      subject: '',
      message: `${titleOf(object)} has no selector.`,
      title: 'No selector',
      advice: 'The API server refuses it: a workload must be able to find its own Pods.',
      data: { selector },
    }
    return
  }
  const { path, labels } = object.pod
  if (!selectorError(selector) && matches(selector, labels)) return
  const [key] =
    Object.entries(selector.matchLabels ?? {}).find(([name, value]) => labels[name] !== value) ?? []
  yield {
    severity: 'critical',
    at: key === undefined ? ['spec', 'selector'] : [...path, 'metadata', 'labels', key],
    subject: '',
    message: `${titleOf(object)} selects ${selectorText(selector)}, but its Pod template does not have these labels.`,
    title: 'Selector does not match its own Pod template',
    advice: 'The API server refuses it: a workload must select the Pods that it creates.',
    related: [{ object, at: ['spec', 'selector'], message: 'The selector.' }],
    data: { selector },
  }
}

export type OwnSelector = { readonly selector: LabelSelector | undefined }
