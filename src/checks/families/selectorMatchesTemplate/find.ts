import type { Judgement } from '../../../engine/findings/check'
import { titleOf, type PodBearer } from '../../../engine/objects/readObjects'
import { selectorText } from '../../../engine/objects/labelSelectors'
import { matches, selectorFault } from '../../../kubernetes/labelSelector'
import type { LabelSelector } from '../../../kubernetes/objects'
import type * as Mends from './fix'

/** The remark on a workload whose selector does not find the pods of its own template. */
export function* selectorMismatch(object: PodBearer, selector: LabelSelector | undefined): Judgement {
  if (!selector) {
    yield {
      severity: 'critical',
      at: ['spec', 'selector'],
      subject: '',
      message: `${titleOf(object)} has no selector.`,
      advice: 'The cluster refuses it: an object must know its own pods.',
      mend: (by: typeof Mends) => by.newSelector(object),
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
    mend: (by: typeof Mends) => by.agreeing(object, selector),
    related: [{ object, at: ['spec', 'selector'], message: 'The selector.' }],
  }
}
