import { type JsonObject, field, isObject } from '../../../engine/model/json'
import { labelProblem, subdomainProblem } from '../../../kubernetes/names'
import { exactAmount } from '../../quantities'
import { has, listAt, objectAt, textAt } from '../../read'
import { validateDriverName } from '../../storage/driver'
import { type At, about, allowOnly, checkName, refuse, requireText, within } from '../checks'
import { validateDownwardFiles } from '../downward'
import { isDropped } from '../dropped'
import { validateKeyToPath, validateMode } from '../files'
import type { PodContext } from '../podContext'
import { validateEphemeral, warnOfFractionalStorage } from './claimTemplate'
import { validateProjected, warnOfOverlaps } from './projected'
import { simpleSources } from './simple'

type Rule = (source: JsonObject, at: At, context: PodContext) => void

const emptyDir: Rule = (source, at) => {
  if (exactAmount(field(source, 'sizeLimit')) < 0n)
    refuse(
      'invalid-quantity',
      'FieldValueForbidden',
      within(at, 'sizeLimit'),
      `${at.subject}’s sizeLimit must not be negative.`,
    )
}

const keys =
  (kind: string, name: string): Rule =>
  (source, at) => {
    requireText(source, name, { ...at, subject: `${at.subject}: the ${kind}` })
    validateMode(source, 'defaultMode', at)
    for (const [index, item] of listAt(source, 'items').entries())
      if (isObject(item)) validateKeyToPath(item, { ...at, place: at.place.child('items').index(index) })
  }

const downwardApi: Rule = (source, at) => {
  validateMode(source, 'defaultMode', at)
  validateDownwardFiles(source, at)
}

const csi: Rule = (source, at) => {
  validateDriverName(textAt(source, 'driver'), at.place.child('driver'), `${at.subject}’s driver`, at.answer)
  if (!has(source, 'nodePublishSecretRef')) return
  const secret = objectAt(source, 'nodePublishSecretRef')
  const place = at.place.child('nodePublishSecretRef', 'name').spelled(`${at.place.field}.name`)
  const here = { ...within(at, 'nodePublishSecretRef'), subject: `${at.subject}: the nodePublishSecretRef` }
  if (requireText(secret, 'name', here))
    checkName(textAt(secret, 'name'), 'name', subdomainProblem, { ...here, place })
}

const image: Rule = (source, at, { isPod }) => {
  if (isPod) requireText(source, 'reference', at)
  if (textAt(source, 'pullPolicy') !== '')
    allowOnly(source, 'pullPolicy', ['Always', 'IfNotPresent', 'Never'], at)
}

/** Every source with its rules, in the order in which the server looks at them. Source: `validateVolumeSource`. */
const sources: ReadonlyMap<string, Rule> = new Map<string, Rule>(
  Object.entries({
    emptyDir,
    ...simpleSources,
    secret: keys('secret', 'secretName'),
    downwardAPI: downwardApi,
    configMap: keys('configMap', 'name'),
    projected: validateProjected,
    csi,
    ephemeral: validateEphemeral,
    image,
  }),
)

const order: readonly string[] =
  `emptyDir hostPath gitRepo gcePersistentDisk awsElasticBlockStore secret nfs iscsi glusterfs
  flocker persistentVolumeClaim rbd cinder cephfs quobyte downwardAPI fc flexVolume configMap azureFile vsphereVolume
  photonPersistentDisk portworxVolume azureDisk storageos projected scaleIO csi ephemeral image`.split(/\s+/)

/** Where the server spells a source differently: of its contents, and as the second source of a volume. */
const spellings: Readonly<Record<string, string>> = { gcePersistentDisk: 'persistentDisk' }
const secondSpellings: Readonly<Record<string, string>> = { cephfs: 'cephFS', downwardAPI: 'downwarAPI' }

/** A volume without source is an empty directory. Source: `SetDefaults_Volume`. */
export const completeVolume = (volume: JsonObject): JsonObject =>
  order.some((key) => has(volume, key)) ? volume : { ...volume, emptyDir: {} }

/**
 * The volumes of a Pod. Source: `ValidateVolumes`. `at`: the place of the list. Gives the names of the volumes that can be
 * mounted: those without findings, and those that are dropped with their mounts.
 */
export function validateVolumes(
  volumes: readonly JsonObject[],
  at: At,
  context: PodContext,
): ReadonlySet<string> {
  const sound = new Set<string>()
  const { podName = '' } = context
  const made = new Set(
    podName === ''
      ? []
      : volumes
          .filter((volume) => has(volume, 'ephemeral'))
          .map((volume) => `${podName}-${textAt(volume, 'name')}`),
  )
  for (const [volume, here] of keptVolumes(volumes, at)) {
    const name = textAt(volume, 'name')
    const before = at.answer.causes.length
    validateSources(volume, here, context)
    if (requireText(volume, 'name', here)) checkName(name, 'name', labelProblem, within(here, 'name'))
    if (sound.has(name))
      refuse(
        'duplicate-name',
        'FieldValueDuplicate',
        within(here, 'name'),
        `${here.subject} has the name of another volume.`,
      )
    if (at.answer.causes.length === before) sound.add(name)
    const claim = textAt(objectAt(volume, 'persistentVolumeClaim'), 'claimName')
    if (made.has(claim))
      refuse(
        'conflicting-fields',
        'FieldValueInvalid',
        within(here, 'persistentVolumeClaim', 'claimName'),
        `${here.subject} uses the claim ${claim}, which belongs to an ephemeral volume of this Pod.`,
      )
  }
  for (const [index, volume] of volumes.entries()) {
    if (!isDropped(volume, at.answer)) continue
    const name = textAt(volume, 'name')
    at.answer.drop(
      'no-effect',
      at.place.index(index),
      `Volume ${name}: volumes of images and their mounts have no effect before Kubernetes 1.35.`,
    )
    sound.add(name)
  }
  return sound
}

/** The volumes that the server looks at, with their places: it counts only these. */
const keptVolumes = (volumes: readonly JsonObject[], at: At): readonly (readonly [JsonObject, At])[] =>
  volumes
    .map((volume, index) => [volume, at.place.index(index)] as const)
    .filter(([volume]) => !isDropped(volume, at.answer))
    .map(([volume, place], position) => {
      const subject = `Volume ${textAt(volume, 'name') || position + 1}`
      return [volume, about(at, place.spelled(at.place.index(position).field), subject)]
    })

function validateSources(volume: JsonObject, at: At, context: PodContext): void {
  const [first, ...others] = order.filter((key) => has(volume, key))
  if (first === undefined) return
  const place = at.place.child(first)
  const spelled = spellings[first]
  sources.get(first)?.(
    objectAt(volume, first),
    { ...at, place: spelled === undefined ? place : place.spelled(`${at.place.field}.${spelled}`) },
    context,
  )
  for (const key of others)
    refuse(
      'only-one-allowed',
      'FieldValueForbidden',
      { ...at, place: at.place.child(key).spelled(`${at.place.field}.${secondSpellings[key] ?? key}`) },
      `${at.subject} has the sources ${first} and ${key}. A volume has only one.`,
    )
  validateLengths(volume, at, context)
}

/** Names that the server makes of the name of a volume. */
function validateLengths(volume: JsonObject, at: At, { podName = '' }: PodContext): void {
  const name = textAt(volume, 'name')
  const target = objectAt(volume, 'iscsi')
  if (has(target, 'initiatorName') && `${name}:${textAt(target, 'targetPortal')}`.length > 64)
    refuse(
      'too-long',
      'FieldValueInvalid',
      within(at, 'name'),
      `${at.subject}: the name and the targetPortal can have at most 63 characters together.`,
    )
  if (!has(volume, 'ephemeral') || name === '' || podName === '') return
  const claim = `${podName}-${name}`
  const problem = subdomainProblem(claim)
  const message = `${at.subject}: the name of its claim would be ${claim}, but a name ${problem}.`
  if (problem !== undefined) refuse('invalid-name', 'FieldValueInvalid', within(at, 'name'), message)
}

/** Sources that are old or gone, with the version that took their function away. Source: `warningsForPodSpecAndMeta`. */
const oldSources: readonly (readonly [key: string, why: string, spelled?: string])[] = [
  ['photonPersistentDisk', 'does not work since Kubernetes 1.16'],
  ['gitRepo', 'is off by default since Kubernetes 1.33'],
  ['scaleIO', 'does not work since Kubernetes 1.22'],
  ['flocker', 'does not work since Kubernetes 1.25'],
  ['storageos', 'does not work since Kubernetes 1.25', 'storageOS'],
  ['quobyte', 'does not work since Kubernetes 1.25'],
  ['glusterfs', 'does not work since Kubernetes 1.26'],
  ['cephfs', 'does not work since Kubernetes 1.31'],
  ['rbd', 'does not work since Kubernetes 1.31'],
]

/** What the server says about volumes that it accepts. `at`: the place of the list. */
export function warnOfVolumes(volumes: readonly JsonObject[], at: At): void {
  for (const [volume, here] of keptVolumes(volumes, at)) {
    for (const [key, why, spelled = key] of oldSources)
      if (has(volume, key))
        at.answer.warn(
          'deprecated',
          here.place.child(key).spelled(`${here.place.field}.${spelled}`),
          `${here.subject} uses ${key}, which ${why}.`,
        )
    warnOfFractionalStorage(volume, here)
    warnOfOverlaps(volume, here)
  }
}
