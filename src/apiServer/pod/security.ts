import type { JsonObject } from '../../engine/model/json'
import { subdomainProblem } from '../../kubernetes/names'
import { has, isTrueAt, listAt, objectAt, textAt } from '../read'
import { most31Bits } from '../numbers'
import {
  type At,
  allowOnly,
  checkName,
  checkNumber,
  checkWord,
  keepBetween,
  refuse,
  requireText,
  within,
} from './checks'
import { validateAppArmorProfile, validateSeccompProfile } from './profiles'
import { byteLength, repeats } from '../say'

/** The security context of a Pod. Source: `validatePodSpecSecurityContext`. `at`: the place of the spec. */
export function validatePodSecurity(spec: JsonObject, at: At): void {
  const context = objectAt(spec, 'securityContext')
  const here = within(at, 'securityContext')
  for (const key of ['fsGroup', 'runAsUser', 'runAsGroup']) keepBetween(context, key, 0, most31Bits, here)
  for (const [index, group] of listAt(context, 'supplementalGroups').entries())
    if (typeof group === 'number')
      checkNumber(group, 'supplemental group', 0, most31Bits, {
        ...here,
        place: here.place.child('supplementalGroups').index(index),
      })
  if (isTrueAt(spec, 'shareProcessNamespace') && isTrueAt(spec, 'hostPID'))
    refuse(
      'conflicting-fields',
      'FieldValueInvalid',
      {
        ...at,
        place: at.place.child('shareProcessNamespace').spelled(`${here.place.field}.shareProcessNamespace`),
      },
      `${at.subject} cannot have both shareProcessNamespace and hostPID.`,
    )
  validateSysctls(spec, within(here, 'sysctls'))
  allowOnly(context, 'fsGroupChangePolicy', ['Always', 'OnRootMismatch'], here)
  if (has(context, 'seccompProfile'))
    validateSeccompProfile(objectAt(context, 'seccompProfile'), within(here, 'seccompProfile'))
  if (has(context, 'windowsOptions'))
    validateWindowsOptions(objectAt(context, 'windowsOptions'), within(here, 'windowsOptions'))
  if (has(context, 'appArmorProfile'))
    validateAppArmorProfile(objectAt(context, 'appArmorProfile'), within(here, 'appArmorProfile'))
  allowOnly(context, 'supplementalGroupsPolicy', ['Merge', 'Strict'], here)
  allowOnly(context, 'seLinuxChangePolicy', ['Recursive'], here)
}

const ipcSysctls: ReadonlySet<string> = new Set(
  ['sem', 'shmall', 'shmmax', 'shmmni', 'shm_rmid_forced', 'shm', 'msgmax', 'msgmnb', 'msgmni', 'msg'].map(
    (name) => `kernel.${name}`,
  ),
)

/** With dots between the parts; `net/ipv4/conf/eno2.100` swaps both. Source: `NormalizeName`. */
const dotted = (name: string): string =>
  /[./]/.exec(name)?.[0] === '/' ? name.replace(/[./]/g, (mark) => (mark === '.' ? '/' : '.')) : name

/** Source: `IsValidSysctlName`. */
const sysctlProblem = (name: string): string | undefined =>
  name.length <= 253 && /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/.test(name)
    ? undefined
    : 'must have at most 253 lower-case letters, digits, “-” and “_” with “.” or “/” between its parts'

/** Source: `validateSysctls`, `ValidateHostSysctl`. */
function validateSysctls(spec: JsonObject, at: At): void {
  const sysctls = listAt(objectAt(spec, 'securityContext'), 'sysctls')
  const names = sysctls.map((item) => textAt(item, 'name'))
  const again = repeats(names)
  for (const [index, name] of names.entries()) {
    const here = { ...at, place: at.place.index(index).child('name') }
    if (name === '')
      refuse('required-field', 'FieldValueRequired', here, `${at.subject} has a sysctl without a name.`)
    else if (sysctlProblem(name) !== undefined) checkName(name, 'sysctl', sysctlProblem, here)
    else if (again[index])
      refuse('duplicate-name', 'FieldValueDuplicate', here, `${at.subject} sets the sysctl ${name} twice.`)
    const known = dotted(name)
    if (isTrueAt(spec, 'hostNetwork') && known.startsWith('net.'))
      refuse(
        'conflicting-fields',
        'FieldValueInvalid',
        here,
        `${at.subject} uses the network of the node, so it cannot set ${name}.`,
      )
    else if (isTrueAt(spec, 'hostIPC') && (ipcSysctls.has(known) || known.startsWith('fs.mqueue.')))
      refuse(
        'conflicting-fields',
        'FieldValueInvalid',
        here,
        `${at.subject} uses the IPC namespace of the node, so it cannot set ${name}.`,
      )
  }
}

const isDomain = (text: string): boolean =>
  /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/.test(text) ||
  /^[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?)*$/.test(
    text,
  )

/** What is wrong with a user of Windows, `DOMAIN\user`; undefined when nothing is. */
const userProblem = (text: string): string | undefined => {
  const parts = text.split('\\')
  const user = parts.at(-1) ?? ''
  const domain = parts.length > 1 ? parts[0] : undefined
  if (text === '') return 'must not be empty'
  if (/\p{Cc}/u.test(text)) return 'must not contain control characters'
  if (parts.length > 2) return 'must not contain more than one “\\”'
  if (domain !== undefined && (domain.length >= 256 || !isDomain(domain)))
    return 'must have a valid domain before the “\\”'
  if (user === '' || user.length > 104) return 'must have a user of 1 to 104 characters'
  if (/^[. ]+$/.test(user)) return 'must not consist of dots and spaces'
  return /["/\\:;|=,+*?<>@[\]]/.test(user) ? 'must not contain any of "/:;|=,+*?<>@[]' : undefined
}

/** Source: `validateWindowsSecurityContextOptions`. `at`: the place of the options. */
export function validateWindowsOptions(options: JsonObject, at: At): void {
  const rule = 'windows-options'
  const spec = textAt(options, 'gmsaCredentialSpec')
  const name = textAt(options, 'gmsaCredentialSpecName')
  const user = textAt(options, 'runAsUserName')
  if (has(options, 'gmsaCredentialSpecName'))
    checkName(name, 'gmsaCredentialSpecName', subdomainProblem, within(at, 'gmsaCredentialSpecName'), rule)
  if (has(options, 'gmsaCredentialSpec') && (spec === '' || byteLength(spec) > 65536))
    refuse(
      rule,
      'FieldValueInvalid',
      within(at, 'gmsaCredentialSpec'),
      `${at.subject}’s gmsaCredentialSpec must have 1 to 65536 bytes.`,
    )
  if (has(options, 'runAsUserName'))
    checkName(user, 'runAsUserName', userProblem, within(at, 'runAsUserName'), rule)
}

/** Whether a Pod runs on nodes with Windows. */
export const isForWindows = (spec: JsonObject): boolean => textAt(objectAt(spec, 'os'), 'name') === 'windows'

/** Source: `validateOS`. `at`: the place of the spec. Says whether the system is one of the two. */
export function validateOs(spec: JsonObject, at: At): boolean {
  const name = textAt(objectAt(spec, 'os'), 'name')
  if (requireText(objectAt(spec, 'os'), 'name', { ...within(at, 'os'), subject: `${at.subject}: the os` }))
    checkWord(name, 'os', ['linux', 'windows'], {
      ...at,
      place: at.place.child('os', 'name').spelled(`${at.place.field}.os`),
    })
  return name === 'linux' || name === 'windows'
}
