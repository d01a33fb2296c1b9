import type { JsonObject } from '../../engine/model/json'
import { withoutGated } from '../gates'
import { labelProblem, subdomainProblem } from '../../kubernetes/names'
import { type At, checkName, refuse, requireText, within } from '../pod/checks'
import { requireSecret, simpleSources, type SourceRule, validateLocalPath } from '../pod/volumes/simple'
import { has, objectAt, textAt } from '../read'
import { validateDriverName } from './driver'

/*
 * What PersistentVolumes have beyond the volumes of Pods. `at`: the place of the source. Source: the
 * `validate…PersistentVolumeSource` functions of pkg/apis/core/validation.
 */

/** A rule for the source of a PersistentVolume of this name. */
export type VolumeRule = (source: JsonObject, at: At, volume: string) => void

const longestTarget = 64

const iscsi: VolumeRule = (source, at, volume) => {
  simpleSources.iscsi(source, at)
  requireSecret(source, ['name'], at)
  const isLong = `${volume}:${textAt(source, 'targetPortal')}`.length > longestTarget
  if (!has(source, 'initiatorName') || !isLong) return
  const place = at.place.child('targetPortal').spelled(at.place.child('targetportal').field)
  const message = `${at.subject}: its name and the targetPortal can have at most 63 characters together.`
  refuse('too-long', 'FieldValueInvalid', { ...at, place }, message)
}

/** A rule of volumes of Pods, whose Secret needs a namespace here. */
const withSecret =
  (rule: SourceRule): VolumeRule =>
  (source, at) => {
    rule(source, at)
    requireSecret(source, ['namespace'], at)
  }

const glusterfs: VolumeRule = (source, at) => {
  simpleSources.glusterfs(source, at)
  const key = 'endpointsNamespace'
  if (has(source, key)) checkName(textAt(source, key), key, labelProblem, within(at, key))
}

const azureFile: VolumeRule = (source, at) => {
  simpleSources.azureFile(source, at)
  if (has(source, 'secretNamespace')) requireText(source, 'secretNamespace', at)
}

const secretsOfCsi: readonly string[] = [
  'controllerPublishSecretRef',
  'controllerExpandSecretRef',
  'nodePublishSecretRef',
  'nodeExpandSecretRef',
]

const csi: VolumeRule = (written, at) => {
  const source = withoutGated(written, at.place, at.subject, { nodeExpandSecretRef: 27 }, at.answer)
  validateDriverName(textAt(source, 'driver'), at.place.child('driver'), `${at.subject}’s driver`, at.answer)
  requireText(source, 'volumeHandle', at)
  for (const key of secretsOfCsi.filter((name) => has(source, name))) {
    const secret = objectAt(source, key)
    const here = { ...within(at, key), subject: `${at.subject}: the ${key}` }
    if (requireText(secret, 'name', here))
      checkName(textAt(secret, 'name'), 'name', subdomainProblem, within(here, 'name'))
    if (requireText(secret, 'namespace', here))
      checkName(textAt(secret, 'namespace'), 'namespace', labelProblem, within(here, 'namespace'))
  }
}

/** The rules by the field that holds the source, in the order in which the server looks at them. */
export const volumeRules = {
  hostPath: simpleSources.hostPath,
  gcePersistentDisk: simpleSources.gcePersistentDisk,
  awsElasticBlockStore: simpleSources.awsElasticBlockStore,
  glusterfs,
  flocker: simpleSources.flocker,
  nfs: simpleSources.nfs,
  rbd: simpleSources.rbd,
  quobyte: simpleSources.quobyte,
  cephfs: simpleSources.cephfs,
  iscsi,
  cinder: withSecret(simpleSources.cinder),
  fc: simpleSources.fc,
  flexVolume: simpleSources.flexVolume,
  azureFile,
  vsphereVolume: simpleSources.vsphereVolume,
  photonPersistentDisk: simpleSources.photonPersistentDisk,
  portworxVolume: simpleSources.portworxVolume,
  azureDisk: simpleSources.azureDisk,
  scaleIO: simpleSources.scaleIO,
  local: validateLocalPath,
  storageos: withSecret(simpleSources.storageos),
  csi,
} as const satisfies Readonly<Record<string, VolumeRule>>
