import { has, listAt, objectAt, textAt } from '../../read'
import { capital, notAllowed, wordOf } from '../../say'
import { probeFields } from './probes'
import type { Subject } from './subject'

/** What no ephemeral container has, but for its resources. Source: core/validation, `allowedEphemeralContainerFields`. */
const forbidden = ['ports', 'lifecycle', ...probeFields]

/** Source: core/validation, `validateEphemeralContainers`. `others`: the names of the other containers. */
export function validateEphemeral(subject: Subject, others: ReadonlySet<string>): void {
  const { container, place, title, answer } = subject
  const start = capital(title)
  const forbid = (path: readonly string[], index?: number): void => {
    const [first = '', ...rest] = path
    const list = place.child(first)
    const here = (index === undefined ? list : list.index(index)).child(...rest)
    const message = `${start} sets ${path.at(-1)}, which ephemeral containers cannot have.`
    notAllowed(answer, here, message, 'ephemeral-container')
  }
  for (const key of forbidden) if (has(container, key)) forbid([key])
  const resources = objectAt(container, 'resources')
  const listed = ['limits', 'requests', ...(answer.isFrom(34) ? ['claims'] : [])]
  if (listed.some((key) => has(resources, key))) forbid(['resources'])
  if (has(container, 'resizePolicy') && answer.isFrom(33)) forbid(['resizePolicy'])
  const isDropped = answer.isFrom(34) && !answer.isFrom(35)
  for (const key of ['restartPolicy', 'restartPolicyRules'])
    if (has(container, key) && !isDropped) forbid([key])
  listAt(container, 'volumeMounts').forEach((mount, index) => {
    for (const key of ['subPath', 'subPathExpr'])
      if (textAt(mount, key) !== '') forbid(['volumeMounts', key], index)
  })
  const target = textAt(container, 'targetContainerName')
  if (target !== '' && !others.has(target))
    answer.refuse(
      'ephemeral-container',
      'FieldValueNotFound',
      place.child('targetContainerName'),
      `${start} targets the container ${target}, which the Pod does not have.`,
      wordOf(others),
    )
}
