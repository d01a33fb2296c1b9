import { proposal, review, type Remedy } from '../../engine/findings/remedy'
import type { Change } from '../../engine/model/change'
import { field, isList, type Json } from '../../engine/model/json'
import { listText } from '../../engine/model/shorten'

/** Why nothing can be written for `sideEffects`. */
export const sideEffectsReason =
  'Only whoever wrote the webhook knows its side effects. Set sideEffects to None if it changes nothing but its answer, or to NoneOnDryRun if it changes nothing in a dry run.'

/** What `admissionregistration.k8s.io/v1beta1` does by default, where v1 has another default or none. */
const formerDefaults: Readonly<Record<string, Json>> = {
  failurePolicy: 'Ignore',
  matchPolicy: 'Exact',
  timeoutSeconds: 30,
  admissionReviewVersions: ['v1beta1'],
}

/** A configuration of webhooks in v1 that does the same as in v1beta1. `written`: the whole object. */
export function webhookMigration(written: Json | undefined, to: string): Remedy {
  const list = field(written, 'webhooks')
  const webhooks = isList(list) ? list : []
  const changes = webhooks.flatMap((webhook, index) =>
    Object.entries(formerDefaults).flatMap(([key, value]): readonly Change[] =>
      (field(webhook, key) ?? null) === null ? [{ kind: 'set', path: ['webhooks', index, key], value }] : [],
    ),
  )
  const keys = Object.keys(formerDefaults).filter((key) => changes.some(({ path }) => path.at(-1) === key))
  const kept = keys.length > 0 ? [`Writes down what v1beta1 did by default: ${listText(keys)}.`] : []
  const isUndecided = webhooks.some((webhook) => !String(field(webhook, 'sideEffects')).startsWith('None'))
  const open = isUndecided
    ? sideEffectsReason
    : 'Check that the webhook accepts the AdmissionReview versions that it lists.'
  const note = [...kept, open].join(' ')
  const version: Change = { kind: 'set', path: ['apiVersion'], value: to }
  return { fixes: [proposal(`Change apiVersion to ${to}`, review(note), version, ...changes)] }
}
