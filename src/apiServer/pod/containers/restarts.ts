import type { Json } from '../../../engine/model/json'
import { withoutGated } from '../../gates'
import type { Place } from '../../place'
import { has, listAt, objectAt, textAt } from '../../read'
import { capital, forbidden, invalid, oneOf, required, tooMany } from '../../say'
import type { Subject } from './subject'

const policies = ['Always', 'Never', 'OnFailure']
const resizes = ['NotRequired', 'RestartContainer']
const rule = 'container-restart-policy'
const asPolicy = { rule: 'invalid-restart-policy' } as const

/** Whether an init container keeps running beside the others: a sidecar. Before 1.29 its policy is dropped. */
export const isSidecar = ({ container, answer }: Subject): boolean =>
  answer.isFrom(29) && textAt(container, 'restartPolicy') === 'Always'

/**
 * The restart policy of a container. Regular containers could not have one before 1.34; in 1.34 it was dropped.
 * Source: core/validation, `validateContainerRestartPolicy`, `validateInitContainerRestartPolicy`.
 */
export function validateRestarts(subject: Subject): void {
  const { container, role, title, answer } = subject
  const place = subject.place.child('restartPolicy')
  const policy = textAt(container, 'restartPolicy')
  const isSet = has(container, 'restartPolicy')
  if (answer.isFrom(35)) return validatePolicy(subject)
  if (!isSet || (role === 'init' && (policy === 'Always' || !answer.isFrom(29)))) return
  if (answer.isFrom(34))
    answer.drop(
      'no-effect',
      place,
      `The restartPolicy ${policy} of ${title} has no effect before Kubernetes 1.35.`,
    )
  else if (role === 'init')
    oneOf(answer, place, `The restartPolicy of ${title}`, policy, ['Always'], asPolicy)
  else
    forbidden(
      answer,
      place,
      `${capital(title)} sets restartPolicy, which only init containers can have before Kubernetes 1.34.`,
      rule,
    )
}

function validatePolicy({ container, role, place, title, answer }: Subject): void {
  const rules = listAt(container, 'restartPolicyRules')
  const list = place.child('restartPolicyRules')
  const at = place.child('restartPolicy')
  const isSet = has(container, 'restartPolicy')
  const policy = textAt(container, 'restartPolicy')
  const start = capital(title)
  if (role === 'init' && policy === 'Always' && !answer.isFrom(36)) {
    if (rules.length > 0)
      forbidden(
        answer,
        list,
        `${start} has the restartPolicy Always, so it cannot have restartPolicyRules before Kubernetes 1.36.`,
        rule,
      )
    return
  }
  if (isSet) oneOf(answer, at, `The restartPolicy of ${title}`, policy, policies, asPolicy)
  else if (rules.length > 0) required(answer, at, `${start} has restartPolicyRules, but no restartPolicy.`)
  if (role === 'init' && !isSet) return
  if (rules.length > 20) tooMany(answer, list, `The restartPolicyRules of ${title}`, 20)
  rules.forEach((item, index) => validateRule(item, list.index(index), { title, answer }))
}

function validateRule(item: Json, place: Place, { title, answer }: Pick<Subject, 'title' | 'answer'>): void {
  const subject = `a restart rule of ${title}`
  const actions = answer.isFrom(36) ? ['Restart', 'RestartAllContainers'] : ['Restart']
  oneOf(answer, place.child('action'), `The action of ${subject}`, textAt(item, 'action'), actions)
  const codes = place.child('exitCodes')
  if (!has(item, 'exitCodes')) return required(answer, codes, `${capital(subject)} has no exitCodes.`)
  const exitCodes = objectAt(item, 'exitCodes')
  const operator = textAt(exitCodes, 'operator')
  oneOf(answer, codes.child('operator'), `The operator of ${subject}`, operator, ['In', 'NotIn'])
  if (listAt(exitCodes, 'values').length > 255)
    tooMany(answer, codes.child('values'), `The exit codes of ${subject}`, 255)
}

/** What happens when resources change. Dropped before 1.33. Source: core/validation, `validateResizePolicy`. */
export function validateResizes(subject: Subject): void {
  const { container, place, title, role, pod, answer } = subject
  const list = place.child('resizePolicy')
  const seen = new Set<string>()
  const item = `a resize policy of ${title}`
  const kept = withoutGated(container, place, capital(title), { resizePolicy: 33 }, answer)
  listAt(kept, 'resizePolicy').forEach((policy, index) => {
    const here = list.index(index)
    const resource = textAt(policy, 'resourceName')
    const restart = textAt(policy, 'restartPolicy')
    if (seen.has(resource))
      answer.refuse(
        'duplicate-name',
        'FieldValueDuplicate',
        here,
        `${capital(title)} has two resize policies for ${resource}.`,
      )
    seen.add(resource)
    const resourceAt = here.child('resourceName').spelled(list.field)
    const restartAt = here.child('restartPolicy').spelled(list.field)
    if (resource === '') required(answer, resourceAt, `${capital(item)} has no resourceName.`)
    else oneOf(answer, resourceAt, `The resourceName of ${item}`, resource, ['cpu', 'memory'])
    if (restart === '') required(answer, restartAt, `${capital(item)} has no restartPolicy.`)
    else oneOf(answer, restartAt, `The restartPolicy of ${item}`, restart, resizes, asPolicy)
    const refuse = (at: Place, why: string): void =>
      invalid(
        answer,
        at,
        `The resize policy of ${title} for ${resource} must be NotRequired: ${why}.`,
        rule,
        {
          kind: 'set',
          value: 'NotRequired',
        },
      )
    if (pod.restartPolicy === 'Never' && restart !== 'NotRequired')
      refuse(restartAt, 'the restartPolicy of the Pod is Never')
    if (role === 'init' && !isSidecar(subject) && restart === 'RestartContainer' && answer.isFrom(35))
      refuse(here.child('restartPolicy'), 'only sidecars among init containers can restart')
  })
}
