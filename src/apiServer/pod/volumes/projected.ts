import { isObject, type JsonObject } from '../../../engine/model/json'
import type { Place } from '../../place'
import { has, listAt, numberAt, objectAt, objectsAt, textAt } from '../../read'
import { remove } from '../../say'
import { type At, about, checkNumber, refuse, requireText, within } from '../checks'
import { validateDownwardFiles } from '../downward'
import { validateKeyToPath, validateMode, validateVolumePath } from '../files'

/** Sources that a server without their gate drops: by default none of the known versions has it on. */
const droppedSources = ['clusterTrustBundle', 'podCertificate'] as const

const sourceKeys = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken'] as const

/** A volume made of several sources. Source: `validateProjectedVolumeSource`. */
export function validateProjected(source: JsonObject, at: At): void {
  validateMode(source, 'defaultMode', at)
  const taken = new Set<string>()
  /** Two files of a projected volume cannot have one path. */
  const take = (path: string, place: Place): void => {
    const here = { ...at, place: place.child('path').spelled(at.place.field) }
    if (path !== '' && taken.has(path))
      refuse(
        'duplicate-mount-path',
        'FieldValueInvalid',
        here,
        `${at.subject}: the path ${path} is used twice.`,
      )
    taken.add(path)
  }
  for (const [index, item] of listAt(source, 'sources').entries())
    if (isObject(item))
      validateSource(item, { ...at, place: at.place.child('sources').index(index) }, at, take)
}

/** Source: `validateProjectionSources`. `whole`: the place of the volume, where the paths of tokens are reported. */
function validateSource(
  item: JsonObject,
  at: At,
  whole: At,
  take: (path: string, place: Place) => void,
): void {
  for (const key of droppedSources.filter((name) => has(item, name)))
    at.answer.drop(
      'no-effect',
      at.place.child(key),
      `${at.subject}: ${key} has no effect, because it is not enabled by default.`,
    )
  for (const key of ['secret', 'configMap'].filter((name) => has(item, name))) {
    const part = objectAt(item, key)
    const here = { ...within(at, key), subject: `${at.subject}: the ${key}` }
    requireText(part, 'name', here)
    for (const [index, file] of listAt(part, 'items').entries()) {
      const place = here.place.child('items').index(index)
      if (isObject(file)) validateKeyToPath(file, about(here, place, at.subject))
      take(textAt(file, 'path'), place)
    }
  }
  const downward = within(at, 'downwardAPI')
  validateDownwardFiles(objectAt(item, 'downwardAPI'), downward)
  for (const [index, file] of listAt(objectAt(item, 'downwardAPI'), 'items').entries())
    take(textAt(file, 'path'), downward.place.child('items').index(index))
  if (has(item, 'serviceAccountToken'))
    validateToken(objectAt(item, 'serviceAccountToken'), within(at, 'serviceAccountToken'), whole)
  const count = sourceKeys.filter((key) => has(item, key)).length
  if (count > 1)
    refuse(
      'only-one-allowed',
      'FieldValueForbidden',
      at,
      `${at.subject} has ${count} sources in one item. Each needs an item of its own.`,
    )
}

function validateToken(token: JsonObject, at: At, whole: At): void {
  const seconds = numberAt(token, 'expirationSeconds') ?? 3600
  checkNumber(seconds, 'expirationSeconds of the token', 600, 2 ** 32, within(at, 'expirationSeconds'))
  const path = textAt(token, 'path')
  const here = { ...whole, place: at.place.child('path').spelled(`${whole.place.field}.path`) }
  if (path === '')
    refuse('required-field', 'FieldValueRequired', here, `${at.subject} has a token without a path.`)
  else validateVolumePath(path, here)
}

/** The path of a file in a volume, and where it is written. */
type Located = { readonly path: string; readonly place: Place }

/** A path without slashes at its end. */
function withoutSlashes(path: string): string {
  let end = path.length
  while (path[end - 1] === '/') end -= 1
  return path.slice(0, end)
}

/** The paths of a list of files. `place`: of the object with the list. */
const pathsOf = (source: JsonObject, place: Place): readonly Located[] =>
  listAt(source, 'items').map((item, index) => ({
    path: withoutSlashes(textAt(item, 'path')),
    place: place.child('items').index(index).child('path'),
  }))

/** The paths that end at an element of a path, and those that go on below it, by their number. */
type Branch = { readonly here: number[]; readonly below: number[]; readonly next: Map<string, Branch> }

const newBranch = (): Branch => ({ here: [], below: [], next: new Map() })

/** So many paths are named that overlap with one. */
const mostOverlaps = 10

/**
 * Pairs of paths of which one is the other or lies below it, the later one first. Source: `checkForOverlap`, which names
 * all pairs.
 */
function overlaps(paths: readonly Located[]): readonly (readonly [Located, Located])[] {
  const start = newBranch()
  const pairs: (readonly [Located, Located])[] = []
  for (const [index, one] of paths.entries()) {
    if (one.path === '') continue
    const others: number[] = []
    let branch = start
    for (const element of one.path.split('/')) {
      branch.below.push(index)
      const next = branch.next.get(element) ?? newBranch()
      branch.next.set(element, next)
      branch = next
      others.push(...branch.here.slice(0, mostOverlaps))
    }
    others.push(...branch.below.slice(0, mostOverlaps))
    branch.here.push(index)
    for (const number of others.toSorted((a, b) => a - b).slice(0, mostOverlaps)) {
      const other = paths[number]
      if (other) pairs.push([one, other])
    }
  }
  return pairs
}

/** Source: `warningsForOverlappingVirtualPaths`. `at`: the place of the volume. */
export function warnOfOverlaps(volume: JsonObject, at: At): void {
  for (const key of ['configMap', 'secret', 'downwardAPI'])
    sayOverlaps(overlaps(pathsOf(objectAt(volume, key), at.place.child(key))), key, at)
  const sources = objectsAt(objectAt(volume, 'projected'), 'sources')
  for (const [index, item] of sources.entries())
    if (!sourceKeys.some((key) => has(item, key)))
      at.answer.warn(
        'no-volume-source',
        at.place.child('projected', 'sources').index(index),
        `${at.subject} has an item without a source.`,
        Object.keys(item).length === 0 ? remove : undefined,
      )
  const list = at.place.child('projected', 'sources')
  const paths = sources.flatMap((item, index) => projectedPaths(item, list.index(index)))
  sayOverlaps(overlaps(paths), 'projected', at)
}

const sayOverlaps = (pairs: readonly (readonly [Located, Located])[], key: string, at: At): void => {
  for (const [one, other] of pairs)
    at.answer.warn(
      'overlapping-paths',
      one.place.spelled(at.place.child(key).field),
      `${at.subject}: the paths ${one.path} and ${other.path} overlap, so one file hides another.`,
    )
}

const projectedPaths = (item: JsonObject, place: Place): readonly Located[] => {
  const key = ['configMap', 'secret', 'downwardAPI'].find(
    (name) => listAt(objectAt(item, name), 'items').length > 0,
  )
  if (key !== undefined) return pathsOf(objectAt(item, key), place.child(key))
  const path = textAt(objectAt(item, 'serviceAccountToken'), 'path')
  return path === '' ? [] : [{ path, place: place.child('serviceAccountToken', 'path') }]
}
