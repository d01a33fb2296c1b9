import { shorten } from '../../engine/model/shorten'
import type { Pod, PodBearer } from '../../engine/objects/readObjects'
import type { Container, Volume } from '../../kubernetes/pods'
import { isBelow } from './paths'

/** Sources of volumes that live and die with the Pod, or that only bring files from elsewhere. */
const shortLived: ReadonlySet<string> = new Set([
  'configMap',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'gitRepo',
  'image',
  'projected',
  'secret',
])

/** Drivers of inline CSI volumes that bring secrets or certificates and keep no data. */
const secretDrivers: ReadonlySet<string> = new Set([
  'csi.cert-manager.io',
  'csi.spiffe.io',
  'secrets-store.csi.k8s.io',
])

/** Files of the node that everybody may read, and that Pods only read. */
const publicPaths = ['/etc/localtime', '/etc/pki', '/etc/ssl', '/etc/timezone', '/usr/share']

/** Whether the files of a volume are still there after the Pod is gone, and may belong to its user. */
function outlivesPod(volume: Volume): boolean {
  const { path = '' } = volume.hostPath ?? {}
  if (publicPaths.some((one) => isBelow(path, one))) return false
  if (volume.csi && secretDrivers.has(volume.csi.driver ?? '')) return false
  return Object.keys(volume).some((key) => key !== 'name' && !shortLived.has(key))
}

/** Names of the volumes and claim templates of an object whose files outlive its Pods. */
export function lastingVolumes({ pod, data }: PodBearer): readonly string[] {
  const { volumeClaimTemplates = [] } = data.spec ?? {}
  const volumes = (pod.spec.volumes ?? []).filter(outlivesPod)
  return [...volumeClaimTemplates.map(({ metadata }) => metadata?.name ?? ''), ...volumes.map(nameOf)]
}

/**
 * Whether a Pod has volumes whose group `fsGroup` changes, also those that are new with each Pod and belong to root. The
 * kubelet leaves volumes of the node and of NFS alone.
 */
export function hasGroupedVolume({ pod, data }: PodBearer): boolean {
  const { volumeClaimTemplates = [] } = data.spec ?? {}
  return volumeClaimTemplates.length > 0 || (pod.spec.volumes ?? []).some(isGrouped)
}

const isGrouped = (volume: Volume): boolean =>
  'ephemeral' in volume || (outlivesPod(volume) && !('hostPath' in volume || 'nfs' in volume))

/** A volume in messages; it may have no name. */
export const volumeText = (name: string): string => (name === '' ? 'the volumes' : `volume ${shorten(name)}`)

const nameOf = ({ name = '' }: Volume): string => name

/** The volumes of Pods by name: every finding of every container asks for some of them. */
const volumesByName = new WeakMap<Pod, ReadonlyMap<string, Volume>>()

function volumesNamed(pod: Pod): ReadonlyMap<string, Volume> {
  const known = volumesByName.get(pod)
  if (known) return known
  const volumes = new Map((pod.spec.volumes ?? []).map((volume) => [nameOf(volume), volume]))
  volumesByName.set(pod, volumes)
  return volumes
}

/** The volumes that a container mounts or uses as a device, each once. */
function volumesOf(container: Container, { pod }: PodBearer): readonly Volume[] {
  const { volumeMounts = [], volumeDevices = [] } = container
  const names = new Set([...volumeMounts, ...volumeDevices].map(({ name = '' }) => name))
  const volumes = volumesNamed(pod)
  return [...names].flatMap((name) => volumes.get(name) ?? [])
}

/** The paths of the node that a container mounts. */
export const hostPathsOf = (container: Container, object: PodBearer): readonly string[] =>
  volumesOf(container, object).flatMap(({ hostPath }) => hostPath?.path ?? [])

/**
 * The first volume that a container mounts with files that only their owner, root, and their group can read, and the
 * mode of these, such as `0400`. Undefined when everybody can read all files.
 */
export function closedFiles(
  container: Container,
  object: PodBearer,
): { readonly volume: string; readonly mode: string } | undefined {
  for (const volume of volumesOf(container, object)) {
    const mode = modesOf(volume).find((one) => (one & 0o4) === 0)
    if (mode !== undefined) return { volume: nameOf(volume), mode: `0${mode.toString(8).padStart(3, '0')}` }
  }
  return undefined
}

type Files = NonNullable<Volume['secret']>

function modesOf({ secret, configMap, downwardAPI, projected }: Volume): readonly number[] {
  const plain = [secret, configMap, downwardAPI].flatMap((files) => (files ? modesOfFiles(files) : []))
  if (!projected) return plain
  const sources = (projected.sources ?? []).flatMap((source) =>
    [source.secret, source.configMap, source.downwardAPI].flatMap((files) => files ?? []),
  )
  const { defaultMode = ordinaryMode } = projected
  return [...plain, ...sources.flatMap((files) => modesOfFiles({ ...files, defaultMode }))]
}

/** What the API sets where nobody chose a mode. */
const ordinaryMode = 0o644

const modesOfFiles = ({ defaultMode = ordinaryMode, items = [] }: Files): readonly number[] => [
  ...(items.length === 0 || items.some(({ mode }) => mode === undefined) ? [defaultMode] : []),
  ...items.flatMap(({ mode }) => mode ?? []),
]
