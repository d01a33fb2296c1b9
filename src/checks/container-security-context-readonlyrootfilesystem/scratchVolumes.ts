import type { Change } from '../../engine/model/change'
import type { LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import { isBelow, withoutSlash } from '../facts/paths'

/** Those of some directories that no mount of a container covers, each once, and none inside another. */
export function withoutVolume(
  { container }: LocatedContainer,
  directories: readonly string[],
): readonly string[] {
  const mounts = mountsOf(container)
  const open = [...new Set(directories)].filter((one) => !mounts.some((mount) => isWithin(one, mount)))
  return open.filter((one) => !open.some((other) => other !== one && isWithin(one, other)))
}

/** Whether a container mounts a volume at a directory, or anywhere below it. */
export const mountsBelow = ({ container }: LocatedContainer, directory: string): boolean =>
  mountsOf(container).some((mount) => isWithin(mount, directory))

const mountsOf = ({ volumeMounts = [] }: LocatedContainer['container']): readonly string[] =>
  volumeMounts.flatMap(({ mountPath = '' }) => (mountPath === '' ? [] : [mountPath]))

export const isWithin = (path: string, directory: string): boolean => isBelow(plain(path), plain(directory))

/** Without the slash at its end, and without the links that every distribution has: `/var/run` is `/run`. */
const plain = (path: string): string =>
  withoutSlash(path)
    .replace(/^\/var\/run(?=\/|$)/, '/run')
    .replace(/^\/var\/lock(?=\/|$)/, '/run/lock')

/**
 * An emptyDir volume and its mount for every directory. No size limit: nobody knows the right one, and a Pod that writes
 * more would be evicted.
 */
export function addVolumes(
  object: PodBearer,
  { path }: LocatedContainer,
  directories: readonly string[],
): readonly Change[] {
  const taken = volumeNames(object)
  return directories.flatMap((directory): readonly Change[] => {
    const name = freeVolumeName(directory, taken)
    taken.add(name)
    return [
      { kind: 'append', path: [...path, 'volumeMounts'], value: { name, mountPath: directory } },
      { kind: 'append', path: [...object.pod.path, 'spec', 'volumes'], value: { name, emptyDir: {} } },
    ]
  })
}

/** A claim template of a StatefulSet replaces a volume of the same name. */
function volumeNames({ pod, data }: PodBearer): Set<string> {
  const { volumes = [] } = pod.spec
  const { volumeClaimTemplates: templates = [] } = data.spec ?? {}
  return new Set([
    ...volumes.map(({ name = '' }) => name),
    ...templates.map(({ metadata }) => metadata?.name ?? ''),
  ])
}

/** Names of volumes are DNS labels: `/var/cache/nginx` becomes `var-cache-nginx`. */
function freeVolumeName(directory: string, taken: ReadonlySet<string>): string {
  const label = directory
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .join('-')
  const wanted = label.length > longestName ? 'scratch' : label || 'scratch'
  let name = wanted
  for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`
  return name
}

/** A label has 63 characters at most; a number may follow. */
const longestName = 58
