import { type JsonObject, field } from '../../engine/model/json'
import { labelProblem, subdomainProblem } from '../../kubernetes/names'
import { has, isTrueAt, listAt, numberAt, objectAt, textAt } from '../read'
import { remove, tooLong } from '../say'
import { type At, about, checkName, forbid, refuse, within } from './checks'
import { containersOf } from './containersOf'
import { isForWindows, validateOs } from './security'

/*
 * What a Pod shares with its node, and what its operating system allows. `at`: the place of the spec.
 */

/** With the network of the node, a port is the same on both. Source: `validatePodHostNetworkDeps`. */
export function validateHostNetwork(spec: JsonObject, isPod: boolean, at: At): void {
  if (!isTrueAt(spec, 'hostNetwork')) return
  for (const [index, container] of listAt(spec, 'containers').entries())
    for (const [position, port] of listAt(container, 'ports').entries()) {
      const [hostPort, containerPort] = [
        numberAt(port, 'hostPort') ?? 0,
        numberAt(port, 'containerPort') ?? 0,
      ]
      if ((!isPod && hostPort === 0) || hostPort === containerPort) continue
      const place = at.place.child('containers').index(index).child('ports').index(position).child('hostPort')
      refuse(
        'conflicting-fields',
        'FieldValueInvalid',
        { ...at, place },
        `Container ${textAt(container, 'name')} uses the node’s network, so its hostPort (${hostPort}) must equal its containerPort (${containerPort}).`,
        containerPort > 0 ? { kind: 'set', value: containerPort } : undefined,
      )
    }
}

const withUsers = 'cannot be set when hostUsers is false'

/** Source: `validateHostUsers`. */
export function validateHostUsers(spec: JsonObject, at: At): void {
  if (field(spec, 'hostUsers') !== false) return
  const spelled: readonly (readonly [key: string, spelling: string])[] = [
    ['hostNetwork', 'hostNetwork'],
    ['hostPID', 'HostPID'],
    ['hostIPC', 'HostIPC'],
  ]
  for (const [key, spelling] of spelled)
    if (isTrueAt(spec, key))
      forbid(key, withUsers, { ...at, place: at.place.child(key).spelled(`${at.place.field}.${spelling}`) })
  for (const { container, place, subject } of containersOf(spec, at.place))
    if (listAt(container, 'volumeDevices').length > 0)
      forbid('volumeDevices', withUsers, about(at, place.child('volumeDevices'), subject))
}

/** The most characters that Linux allows in a host name. */
const longestName = 64

/** Source: `validatePodHostName` and the fields of `ValidatePodSpec`. */
export function validateHostName(spec: JsonObject, at: At): void {
  for (const key of ['hostname', 'subdomain']) {
    const name = textAt(spec, key)
    if (name !== '') checkName(name, key, labelProblem, within(at, key))
  }
  if (!has(spec, 'hostnameOverride')) return
  const here = within(at, 'hostnameOverride')
  const name = textAt(spec, 'hostnameOverride')
  if (!at.answer.isFrom(35))
    return at.answer.drop(
      'no-effect',
      here.place,
      `${at.subject}: hostnameOverride has no effect before Kubernetes 1.35.`,
    )
  if (isTrueAt(spec, 'setHostnameAsFQDN'))
    forbid('hostnameOverride', 'cannot be set together with setHostnameAsFQDN', here)
  if (isTrueAt(spec, 'hostNetwork'))
    forbid('hostnameOverride', 'cannot be set together with hostNetwork', here)
  if (name.length > longestName)
    tooLong(at.answer, here.place, `${at.subject}’s hostnameOverride`, longestName)
  checkName(name, 'hostnameOverride', subdomainProblem, here)
}

const hostProcess = (object: JsonObject): boolean | undefined => {
  const options = objectAt(objectAt(object, 'securityContext'), 'windowsOptions')
  return has(options, 'hostProcess') ? isTrueAt(options, 'hostProcess') : undefined
}

/** Source: `validateWindowsHostProcessPod`. */
export function validateHostProcess(spec: JsonObject, at: At): void {
  const ofPod = hostProcess(spec)
  const containers = containersOf(spec, at.place)
  for (const { container, place, subject } of containers) {
    const own = hostProcess(container)
    if (own !== undefined && ofPod !== undefined && own !== ofPod)
      refuse(
        'conflicting-fields',
        'FieldValueInvalid',
        about(at, place.child('securityContext', 'windowsOptions', 'hostProcess'), subject),
        `${subject}: hostProcess must be the same in the Pod and its containers.`,
      )
  }
  const count = containers.filter(({ container }) => hostProcess(container) ?? ofPod ?? false).length
  if (count === 0) return
  if (count !== containers.length)
    refuse(
      'conflicting-fields',
      'FieldValueInvalid',
      at,
      `${at.subject}: when one container is a hostProcess container, all must be.`,
    )
  if (!isTrueAt(spec, 'hostNetwork'))
    refuse(
      'conflicting-fields',
      'FieldValueInvalid',
      within(at, 'hostNetwork'),
      `${at.subject} has hostProcess containers, so hostNetwork must be true.`,
      { kind: 'set', value: true },
    )
}

const linuxOfPod = [
  ...['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'fsGroup', 'fsGroupChangePolicy', 'runAsUser'],
  ...['runAsGroup', 'supplementalGroups', 'supplementalGroupsPolicy', 'seLinuxChangePolicy'],
]

const linuxOfContainer = [
  ...[
    'appArmorProfile',
    'seLinuxOptions',
    'seccompProfile',
    'capabilities',
    'readOnlyRootFilesystem',
    'privileged',
  ],
  ...['allowPrivilegeEscalation', 'procMount', 'runAsUser', 'runAsGroup'],
]

/** What only Linux or only Windows has. Source: `validateLinux`, `validateWindows`. */
export function validateSystem(spec: JsonObject, at: At): void {
  if (!has(spec, 'os') || !validateOs(spec, at)) return
  const isWindows = isForWindows(spec)
  const why = isWindows ? 'Pods for Windows cannot have' : 'Pods for Linux cannot have'
  const refuseKeys = (object: JsonObject, keys: readonly string[], here: At): void => {
    for (const key of keys.filter((name) => has(object, name)))
      forbid(key, why, within(here, key), 'other-operating-system', remove)
  }
  const context = within(at, 'securityContext')
  refuseKeys(objectAt(spec, 'securityContext'), isWindows ? linuxOfPod : ['windowsOptions'], context)
  for (const { container, place, subject } of containersOf(spec, at.place))
    refuseKeys(
      objectAt(container, 'securityContext'),
      isWindows ? linuxOfContainer : ['windowsOptions'],
      about(at, place.child('securityContext'), subject),
    )
  if (!isWindows) return
  refuseKeys(spec, ['hostUsers', 'shareProcessNamespace'], at)
  for (const key of ['hostPID', 'hostIPC'].filter((name) => isTrueAt(spec, name)))
    forbid(key, why, within(at, key), 'other-operating-system', remove)
  if (listAt(objectAt(spec, 'securityContext'), 'sysctls').length > 0)
    forbid('sysctls', why, within(context, 'sysctls'), 'other-operating-system', remove)
}
