import type { Change } from '../../engine/model/change'
import type { LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import { repository } from '../facts/imageReference'

/** Where programs write besides `/tmp`, by the last part of their image's name. */
const writablePaths: Readonly<Record<string, readonly string[]>> = {
  httpd: ['/usr/local/apache2/logs'],
  mysql: ['/var/run/mysqld'],
  nginx: ['/var/cache/nginx', '/var/run'],
  postgres: ['/var/run/postgresql'],
}

/** An emptyDir uses the disk of the node: without a limit it could fill it. */
const sizeLimit = '100Mi'

export type ScratchVolumes = { readonly directories: readonly string[]; readonly changes: readonly Change[] }

/**
 * An emptyDir volume and its mount for every directory that a container has to write to and that none of its mounts
 * covers yet.
 */
export function scratchVolumes(object: PodBearer, { container, path }: LocatedContainer): ScratchVolumes {
  const { pod } = object
  const mounts = (container.volumeMounts ?? []).map(({ mountPath = '' }) => withoutSlash(mountPath))
  const program = repository(container.image ?? '')
    .split('/')
    .at(-1)
  const known = Object.hasOwn(writablePaths, program ?? '') ? (writablePaths[program ?? ''] ?? []) : []
  const directories = ['/tmp', ...known].filter(
    (directory) => !mounts.some((mount) => mount && `${directory}/`.startsWith(`${mount}/`)),
  )
  const taken = volumeNames(object)
  const changes = directories.flatMap((directory): readonly Change[] => {
    const name = freeVolumeName(directory, taken)
    taken.add(name)
    const mount = { name, mountPath: directory }
    const volume = { name, emptyDir: { sizeLimit } }
    return [
      { kind: 'append', path: [...path, 'volumeMounts'], value: mount },
      { kind: 'append', path: [...pod.path, 'spec', 'volumes'], value: volume },
    ]
  })
  return { directories, changes }
}

const withoutSlash = (path: string): string => path.replace(/(?<=[^/])\/+$/, '')

/** A claim template of a StatefulSet replaces a volume of the same name. */
function volumeNames({ pod, data }: PodBearer): Set<string> {
  const { volumes = [] } = pod.spec
  const { volumeClaimTemplates: templates = [] } = data.spec ?? {}
  return new Set([
    ...volumes.map(({ name = '' }) => name),
    ...templates.map(({ metadata }) => metadata?.name ?? ''),
  ])
}

function freeVolumeName(directory: string, taken: ReadonlySet<string>): string {
  const wanted = directory.slice(1).replaceAll('/', '-')
  let name = wanted
  for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`
  return name
}
