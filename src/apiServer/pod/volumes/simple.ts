import type { JsonObject } from '../../../engine/model/json'
import { labelProblem } from '../../../kubernetes/names'
import { has, isTrueAt, listAt, objectAt, textAt, textsOf } from '../../read'
import { type At, allowOnly, checkName, keepBetween, refuse, requireText, within } from '../checks'
import { refuseBacksteps, validateDescendingPath } from '../files'

/*
 * Volumes that Pods and PersistentVolumes both know, most of them of old storage systems. `at`: the place of the source.
 * Source: `validateNFSVolumeSource` and its like.
 */

export type SourceRule = (source: JsonObject, at: At) => void

const texts =
  (...keys: readonly string[]): SourceRule =>
  (source, at) =>
    keys.forEach((key) => requireText(source, key, at))

const rule = 'invalid-volume-source'

const wrong = (at: At, message: string): void =>
  refuse(rule, 'FieldValueInvalid', at, `${at.subject} ${message}.`)

const missing = (at: At, message: string): void =>
  refuse('required-field', 'FieldValueRequired', at, `${at.subject} ${message}.`)

/** Refuses a reference to a Secret that lacks one of the fields. */
export const requireSecret = (source: JsonObject, keys: readonly string[], at: At): void => {
  if (!has(source, 'secretRef')) return
  const here = { ...within(at, 'secretRef'), subject: `${at.subject}: the secretRef` }
  texts(...keys)(objectAt(source, 'secretRef'), here)
}

const hostPathTypes = [
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
]

/** A path that must not lead out of itself. Whether there is one. */
export const validateLocalPath = (source: JsonObject, at: At): boolean => {
  const isThere = requireText(source, 'path', at)
  if (isThere) refuseBacksteps(textAt(source, 'path'), within(at, 'path'), rule)
  return isThere
}

const hostPath: SourceRule = (source, at) => {
  if (validateLocalPath(source, at) && textAt(source, 'type') !== '')
    allowOnly(source, 'type', hostPathTypes, at)
}

const nfs: SourceRule = (source, at) => {
  const path = textAt(source, 'path')
  const here = within(at, 'path')
  texts('server', 'path')(source, at)
  if (path === '') wrong(here, 'needs a path that begins with “/”')
  else if (!path.startsWith('/')) {
    const message = `${at.subject}’s path must begin with “/”.`
    refuse(rule, 'FieldValueInvalid', here, message, { kind: 'set', value: `/${path}` })
  }
}

const gitRepo: SourceRule = (source, at) => {
  requireText(source, 'repository', at)
  validateDescendingPath(textAt(source, 'directory'), within(at, 'directory'), rule)
}

const disk =
  (key: string): SourceRule =>
  (source, at) => {
    requireText(source, key, at)
    keepBetween(source, 'partition', 0, 255, at)
  }

const longestTenant = 64

const quobyte: SourceRule = (source, at) => {
  const registry = textAt(source, 'registry')
  if (requireText(source, 'registry', at)) {
    if (textAt(source, 'tenant').length > longestTenant) {
      const message = `${at.subject}’s tenant can have at most ${longestTenant} characters.`
      refuse('too-long', 'FieldValueRequired', within(at, 'tenant'), message)
    } else if (!registry.split(',').every((pair) => /^(\[[^\][]*\]|[^:\][]*):[^:\][]*$/.test(pair)))
      wrong(within(at, 'registry'), 'needs a registry of the form host:port, or several with commas between')
  }
  requireText(source, 'volume', at)
}

const flocker: SourceRule = (source, at) => {
  const [name, uuid] = [textAt(source, 'datasetName'), textAt(source, 'datasetUUID')]
  const both = `${at.subject} has both a datasetName and a datasetUUID.`
  if (name === '' && uuid === '') missing(at, 'has neither a datasetName nor a datasetUUID')
  if (name !== '' && uuid !== '') refuse('only-one-allowed', 'FieldValueInvalid', at, both)
  if (name.includes('/')) wrong(within(at, 'datasetName'), 'has a “/” in its datasetName')
}

const fibreChannel: SourceRule = (source, at) => {
  const [targets, ids] = [listAt(source, 'targetWWNs').length, listAt(source, 'wwids').length]
  const place = within(at, 'targetWWNs')
  const both = `${at.subject} has both targetWWNs and wwids.`
  if (targets === 0 && ids === 0) missing(place, 'has neither targetWWNs nor wwids')
  if (targets > 0 && ids > 0) refuse('only-one-allowed', 'FieldValueInvalid', place, both)
  if (targets === 0) return
  if (has(source, 'lun')) keepBetween(source, 'lun', 0, 255, at)
  else missing(within(at, 'lun'), 'has targetWWNs but no lun')
}

const isReserved = (option: string): boolean =>
  /\.(kubernetes|k8s)\.io$/.test(`.${option.split('/')[0]?.toLowerCase()}`)

const flexVolume: SourceRule = (source, at) => {
  requireText(source, 'driver', at)
  const options = at.place.child('options')
  for (const [name] of textsOf(source, 'options').filter(([option]) => isReserved(option)))
    refuse(
      'reserved-name',
      'FieldValueInvalid',
      { ...at, place: options.keyOf(name) },
      `${at.subject} has the option ${name}. Names of kubernetes.io and k8s.io are reserved.`,
    )
}

const azureDisk: SourceRule = (source, at) => {
  texts('diskName', 'diskURI')(source, at)
  allowOnly(source, 'cachingMode', ['None', 'ReadOnly', 'ReadWrite'], at)
  allowOnly(source, 'kind', ['Shared', 'Dedicated', 'Managed'], at)
  const kind = textAt(source, 'kind') || 'Shared'
  const start = kind === 'Managed' ? '/subscriptions/' : 'https://'
  if (!textAt(source, 'diskURI').startsWith(start))
    refuse(
      rule,
      'FieldValueNotSupported',
      within(at, 'diskURI'),
      `${at.subject}: the diskURI of a disk of the kind ${kind} must begin with ${start}.`,
    )
}

const storageOs: SourceRule = (source, at) => {
  const [name, namespace] = [textAt(source, 'volumeName'), textAt(source, 'volumeNamespace')]
  if (requireText(source, 'volumeName', at))
    checkName(name, 'volumeName', labelProblem, within(at, 'volumeName'))
  if (namespace !== '') checkName(namespace, 'volumeNamespace', labelProblem, within(at, 'volumeNamespace'))
  requireSecret(source, ['name'], at)
}

/** An iqn, eui or naa name of a target or initiator. */
function isInitiator(name: string): boolean {
  if (name.startsWith('iqn')) return isQualifiedName(name)
  return /^eui.[A-Za-z0-9]{16}$/.test(name) || /^naa.[A-Za-z0-9]{32}$/.test(name)
}

/**
 * Whether a text ends with a name such as `iqn.2001-04.com.example:storage`. Source: `iscsiInitiatorIqnRegex`, which begins
 * anywhere; here each part of the text is looked at once.
 */
function isQualifiedName(text: string): boolean {
  const whole = endOf(text, /[^,;*&$|\s]/)
  const parts = whole.split(':')
  return parts.some(
    (part, index) =>
      index < parts.length - 1 &&
      !(index === parts.length - 2 && parts.at(-1) === '') &&
      /iqn\.\d{4}-\d{2}\.[A-Za-z0-9\-.]/.test(endOf(part, /[A-Za-z0-9\-.]/)),
  )
}

/** The longest end of a text of which every character matches. */
function endOf(text: string, character: RegExp): string {
  let from = text.length
  while (from > 0 && character.test(text[from - 1] ?? '')) from--
  return text.slice(from)
}

const iscsi: SourceRule = (source, at) => {
  requireText(source, 'targetPortal', at)
  const names = [
    ...(requireText(source, 'iqn', at) ? ['iqn'] : []),
    ...(has(source, 'initiatorName') ? ['initiatorName'] : []),
  ]
  for (const key of names.filter((name) => !isInitiator(textAt(source, name)))) {
    const place = at.place.child(key).spelled(`${at.place.field}.${key.toLowerCase()}`)
    wrong({ ...at, place }, `has the ${key} “${textAt(source, key)}”, which is not an iqn, eui or naa name`)
  }
  keepBetween(source, 'lun', 0, 255, at)
  const needsSecret = isTrueAt(source, 'chapAuthDiscovery') || isTrueAt(source, 'chapAuthSession')
  if (needsSecret && !has(source, 'secretRef'))
    missing(within(at, 'secretRef'), 'uses CHAP but has no secretRef')
}

const monitors: SourceRule = (source, at) => {
  if (listAt(source, 'monitors').length === 0) missing(within(at, 'monitors'), 'has no monitors')
}

/** The rules by the field that holds the source. */
export const simpleSources = {
  hostPath,
  gitRepo,
  gcePersistentDisk: disk('pdName'),
  awsElasticBlockStore: disk('volumeID'),
  nfs,
  iscsi,
  glusterfs: texts('endpoints', 'path'),
  flocker,
  persistentVolumeClaim: texts('claimName'),
  rbd: (source, at) => {
    monitors(source, at)
    requireText(source, 'image', at)
  },
  cinder: (source, at) => {
    requireText(source, 'volumeID', at)
    requireSecret(source, ['name'], at)
  },
  cephfs: monitors,
  quobyte,
  fc: fibreChannel,
  flexVolume,
  azureFile: texts('secretName', 'shareName'),
  vsphereVolume: texts('volumePath'),
  photonPersistentDisk: texts('pdID'),
  portworxVolume: texts('volumeID'),
  azureDisk,
  storageos: storageOs,
  scaleIO: texts('gateway', 'system', 'volumeName'),
} as const satisfies Readonly<Record<string, SourceRule>>
