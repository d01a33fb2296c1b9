import type { LocatedContainer, Pod } from '../../engine/objects/readObjects'
import type { Container } from '../../kubernetes/pods'
import { parseQuantity } from '../../kubernetes/quantity'
import { memoryNeed } from './memoryNeed'
import { usualMemory } from './usualMemory'

/** What to start with for a resource of a container. */
export type Suggestion = {
  readonly request: string
  readonly limit: string
  /** Where the amounts come from, in a sentence; absent where nothing in the manifest tells. */
  readonly reason?: string
  /** The least limit that the settings of the container can do with, in MiB; 0 where they tell none. */
  readonly least: number
}

const deviceReason = 'Programs with a GPU or a device like that often need that much.'

/** The amounts to start with when nothing is known. */
const usual: Readonly<Record<string, Suggestion>> = {
  cpu: { request: '100m', limit: '500m', least: 0 },
  memory: { request: '128Mi', limit: '256Mi', least: 0 },
  'ephemeral-storage': { request: '1Gi', limit: '2Gi', least: 0 },
}

/** The same for a container with a GPU or a device like that, whose programs load models and data into memory. */
const withDevice: Readonly<Record<string, Suggestion>> = {
  cpu: { request: '1', limit: '4', least: 0, reason: deviceReason },
  memory: { request: '8Gi', limit: '16Gi', least: 0, reason: deviceReason },
}

/** Whether a container asks for a device, such as `nvidia.com/gpu: 1`. */
const usesDevice = ({ resources: { limits = {}, requests = {} } = {} }: Container): boolean =>
  [...Object.keys(limits), ...Object.keys(requests)].some((name) =>
    /^[\w.-]+\/(?:gpu|tpu|gaudi|neuron)/.test(name),
  )

/** What to start with, by what the manifest tells; undefined for other resources than CPU, memory and disk. */
export function suggestAmounts(
  pod: Pod,
  located: LocatedContainer,
  resource: string,
): Suggestion | undefined {
  const plain = usual[resource]
  if (!plain) return undefined
  const start = (usesDevice(located.container) && withDevice[resource]) || plain
  if (resource === 'memory') return suggestMemory(pod, located, start)
  return resource === 'ephemeral-storage' ? suggestStorage(pod, located, start) : start
}

/** Room for what a program needs beside the memory that its settings name, in MiB: a half of that, of much a quarter. */
const headroom = (mebibytes: number): number => Math.max(128, mebibytes / 4, Math.min(mebibytes / 2, 1536))

function suggestMemory(pod: Pod, located: LocatedContainer, start: Suggestion): Suggestion {
  const told = memoryNeed(located.container)
  const known = told ? undefined : usualMemory(located.container.image)
  const need = told?.mebibytes ?? known?.mebibytes
  const volumes = sizeOfVolumes(pod, located, true)
  if (need === undefined && volumes === 0) return start
  const least = (told?.mebibytes ?? 0) + volumes
  const counted = volumes > 0 ? `its emptyDir volumes in memory (${readable(volumes)})` : ''
  if (need === undefined)
    return {
      request: start.request,
      limit: readable(256 + volumes),
      least,
      reason: `The limit has room for ${counted}.`,
    }
  return {
    request: readable(need),
    limit: readable(need + headroom(need) + volumes),
    least,
    reason: `${known ? `It follows from what ${known.program} takes with its default settings` : `It follows from ${told?.source}`}: the limit adds headroom${told ? ' for what that does not count' : ''}${counted && `, and ${counted}`}.`,
  }
}

function suggestStorage(pod: Pod, located: LocatedContainer, start: Suggestion): Suggestion {
  const volumes = sizeOfVolumes(pod, located, false)
  return volumes === 0
    ? start
    : {
        ...start,
        limit: readable(volumes + 1024),
        least: volumes,
        reason: `The limit has room for its emptyDir volumes (${readable(volumes)}) and 1Gi more.`,
      }
}

/** The size limits of the emptyDir volumes that a container mounts, in MiB. */
function sizeOfVolumes(pod: Pod, { container }: LocatedContainer, inMemory: boolean): number {
  const sizes = sizesOf.get(pod) ?? volumeSizes(pod)
  sizesOf.set(pod, sizes)
  const mounted = new Set((container.volumeMounts ?? []).map(({ name = '' }) => name))
  const sizesInPlace = inMemory ? sizes.inMemory : sizes.onDisk
  return [...mounted].reduce((sum, name) => sum + (sizesInPlace.get(name) ?? 0), 0)
}

/** The size limits of emptyDir volumes by name, in MiB. */
type VolumeSizes = {
  readonly inMemory: ReadonlyMap<string, number>
  readonly onDisk: ReadonlyMap<string, number>
}

/** A Pod with many containers has the same volumes for each of them. */
const sizesOf = new WeakMap<Pod, VolumeSizes>()

function volumeSizes({ spec }: Pod): VolumeSizes {
  const inMemory = new Map<string, number>()
  const onDisk = new Map<string, number>()
  for (const { name = '', emptyDir } of spec.volumes ?? []) {
    const sizes = emptyDir?.medium === 'Memory' ? inMemory : onDisk
    if (emptyDir) sizes.set(name, mebibytesIn(emptyDir.sizeLimit))
  }
  return { inMemory, onDisk }
}

/** A quantity in MiB; 0 for an absent, negative or invalid one, and for one that no node has. */
export function mebibytesIn(quantity = ''): number {
  const mebibytes = Number(parseQuantity(quantity) ?? 0n) / 1e9 / 2 ** 20
  return mebibytes > 0 && mebibytes < 2 ** 24 ? mebibytes : 0
}

/** A quantity that is easy to read and not less: 700 MiB → `704Mi`, 2500 MiB → `2560Mi`, 5000 MiB → `5Gi`. */
function readable(mebibytes: number): string {
  const step = mebibytes <= 1024 ? 64 : mebibytes <= 4096 ? 256 : 1024
  const rounded = Math.ceil(mebibytes / step) * step
  return rounded % 1024 === 0 ? `${rounded / 1024}Gi` : `${rounded}Mi`
}
