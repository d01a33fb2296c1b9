import { field } from '../../../engine/model/json'
import { withoutGated } from '../../gates'
import { between, most31Bits } from '../../numbers'
import { has, isTrueAt, numberAt, objectAt, textAt, textsAt } from '../../read'
import { capital, invalid, oneOf } from '../../say'
import type { At } from '../checks'
import { validateAppArmorProfile, validateSeccompProfile } from '../profiles'
import { validateWindowsOptions } from '../security'
import type { Subject } from './subject'

const gated = { appArmorProfile: 30, procMount: 33 }

/** Source: core/validation, `ValidateSecurityContext`. */
export function validateSecurity({ container, title, pod, answer, place }: Subject): void {
  if (!has(container, 'securityContext')) return
  const here = place.child('securityContext')
  const written = objectAt(container, 'securityContext')
  const context = withoutGated(written, here, capital(title), gated, answer)
  const at = (key: string): At => ({ place: here.child(key), subject: capital(title), answer })
  for (const key of ['runAsUser', 'runAsGroup']) {
    const id = numberAt(context, key)
    if (id !== undefined) between(answer, here.child(key), `The ${key} of ${title}`, id, 0, most31Bits)
  }
  if (has(context, 'procMount')) {
    const mountPlace = here.child('procMount')
    const mount = textAt(context, 'procMount')
    oneOf(answer, mountPlace, `The procMount of ${title}`, mount, ['Default', 'Unmasked'])
    if (mount === 'Unmasked' && field(pod.spec, 'hostUsers') !== false)
      invalid(
        answer,
        mountPlace,
        `The procMount of ${title} is Unmasked, which needs hostUsers: false in the Pod.`,
        'conflicting-privileges',
      )
  }
  if (has(context, 'seccompProfile'))
    validateSeccompProfile(objectAt(context, 'seccompProfile'), at('seccompProfile'))
  if (field(context, 'allowPrivilegeEscalation') === false) {
    const escalation = here.child('allowPrivilegeEscalation').spelled(here.field)
    const refuse = (what: string): void =>
      invalid(
        answer,
        escalation,
        `${capital(title)} ${what}, so allowPrivilegeEscalation cannot be false.`,
        'conflicting-privileges',
      )
    if (isTrueAt(context, 'privileged')) refuse('is privileged')
    if (textsAt(objectAt(context, 'capabilities'), 'add').includes('CAP_SYS_ADMIN'))
      refuse('adds CAP_SYS_ADMIN')
  }
  if (has(context, 'windowsOptions'))
    validateWindowsOptions(objectAt(context, 'windowsOptions'), at('windowsOptions'))
  if (has(context, 'appArmorProfile'))
    validateAppArmorProfile(objectAt(context, 'appArmorProfile'), at('appArmorProfile'))
}
