import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Place } from '../place'
import type { At } from '../pod/checks'
import { has, objectAt } from '../read'
import { forbidden, required } from '../say'
import { volumeRules } from './volumeSourceRules'

type Key = keyof typeof volumeRules

const keys: readonly Key[] = Object.keys(volumeRules).filter((key): key is Key =>
  Object.hasOwn(volumeRules, key),
)

/** How the server spells some fields: in a first source, in a second one and in warnings. */
const spellings: ReadonlyMap<string, string> = new Map([['gcePersistentDisk', 'persistentDisk']])
const secondSpellings: ReadonlyMap<string, string> = new Map([['cephfs', 'cephFS']])
const warnedSpellings: ReadonlyMap<string, string> = new Map([['storageos', 'storageOS']])

/** The sources that take mount options from the old annotation. Source: `checkMountOption`. */
const mountable: ReadonlySet<string> = new Set<Key>([
  ...(['gcePersistentDisk', 'awsElasticBlockStore', 'glusterfs', 'nfs', 'rbd', 'quobyte', 'cephfs'] as const),
  ...(['iscsi', 'cinder', 'azureFile', 'vsphereVolume', 'photonPersistentDisk', 'azureDisk'] as const),
])

/** The versions that deprecated a source, and that removed its implementation. */
const deprecated: ReadonlyMap<string, readonly [since: string, removed: string]> = new Map([
  ['glusterfs', ['1.25', '1.26']],
  ['rbd', ['1.28', '1.31']],
  ['cephfs', ['1.28', '1.31']],
  ['photonPersistentDisk', ['1.11', '1.16']],
  ['scaleIO', ['1.16', '1.22']],
  ['storageos', ['1.22', '1.25']],
])

const given = (spec: JsonObject): readonly Key[] => keys.filter((key) => has(spec, key))

const spelledAs = (place: Place, key: string, spelled: string | undefined): Place =>
  place.child(key).spelled(place.child(spelled ?? key).field)

/** A volume has one source. A flexVolume may come second. Source: `ValidatePersistentVolumeSpec`. */
export function validateSources(spec: JsonObject, volume: string, place: Place, answer: Answer): void {
  const all = given(spec)
  for (const [index, key] of all.entries())
    if (index === 0 || key === 'flexVolume') {
      const here = spelledAs(place, key, spellings.get(key))
      const at: At = { place: here, subject: 'The volume', answer }
      volumeRules[key](objectAt(spec, key), at, volume)
    } else {
      const here = spelledAs(place, key, secondSpellings.get(key))
      const message = `The volume has the sources ${all.join(' and ')}. It can only have one.`
      forbidden(answer, here, message, 'only-one-allowed')
    }
  if (all.length === 0) required(answer, place, 'The volume has no source, such as csi or nfs.')
  if (all[0] === 'local' && !has(spec, 'nodeAffinity'))
    required(answer, place.child('nodeAffinity'), 'A local volume needs a nodeAffinity that names its node.')
}

/** Whether the annotation with mount options is allowed. */
export const supportsMountOptions = (spec: JsonObject): boolean =>
  given(spec).some((key) => mountable.has(key))

/** Volumes that Kubernetes can no longer mount. */
export function warnOfSources(spec: JsonObject, place: Place, answer: Answer): void {
  for (const key of given(spec)) {
    const versions = deprecated.get(key)
    if (!versions) continue
    const [since, removed] = versions
    const message = `Volumes of the type ${key} are deprecated since Kubernetes ${since} and do not work since ${removed}.`
    answer.warn('deprecated', spelledAs(place, key, warnedSpellings.get(key)), message)
  }
}
