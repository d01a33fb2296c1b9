import type { Judgement } from '../engine/check'
import { titleOf, type PodBearer } from '../engine/objects'
import { selectorText } from '../engine/selectors'
import { matches, selectorFault } from '../kubernetes/labelSelector'
import type { LabelSelector } from '../kubernetes/objects'
import { setting } from './setting'

/** The remark on a workload whose selector does not find the pods of its own template. */
export function* selectorMismatch(object: PodBearer, selector: LabelSelector | undefined): Judgement {
  if (!selector) {
    yield {
      severity: 'critical',
      at: ['spec', 'selector'],
      subject: '',
      message: `${titleOf(object)} has no selector.`,
      advice: 'The cluster refuses it: an object must know its own pods.',
    }
    return
  }
  const { path, labels } = object.pod
  if (!selectorFault(selector) && matches(selector, labels)) return
  const [key] =
    Object.entries(selector.matchLabels ?? {}).find(([name, value]) => labels[name] !== value) ?? []
  yield {
    severity: 'critical',
    at: key === undefined ? ['spec', 'selector'] : [...path, 'metadata', 'labels', key],
    subject: '',
    message: `${titleOf(object)} selects ${selectorText(selector)}, and its own template does not carry that.`,
    advice: 'The cluster refuses it: an object must select the pods that it makes.',
    ...(key !== undefined && labels[key] === undefined
      ? {
          fixes: [
            setting(
              `Add the label ${key} to the template`,
              [...path, 'metadata', 'labels', key],
              selector.matchLabels?.[key] ?? '',
            ),
          ],
        }
      : { unfixable: 'Decide which of the two is meant, the selector or the label of the template.' }),
    related: [{ object, at: ['spec', 'selector'], message: 'The selector.' }],
  }
}
