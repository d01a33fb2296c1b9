import { isList, isObject, field, type Json } from '../engine/model/json'
import { readDocument } from '../engine/yaml/readDocument'
import { splitDocuments } from '../engine/yaml/splitDocuments'
import { toJson } from '../engine/yaml/toJson'

/**
 * What a senior engineer would not sign in the difference between two versions of a text, worked out from the data alone,
 * without anything that proposes fixes: something is gone, a user that somebody chose is replaced, Pods on Windows get
 * settings of Linux, files in a volume get another user.
 */
export function* hazardsOf(before: string, after: string): Generator<string> {
  const pairs = aligned(objectsIn(before), objectsIn(after), nameOf)
  for (const [index, [object, later]] of pairs.entries()) {
    if (later === undefined) yield `object ${index} is gone`
    else {
      yield* lossesBetween(object, later, index)
      yield* podHazards(object, later, index)
    }
  }
}

/** Every object of an earlier version with the same one of a later version, between whose objects new ones can be. */
export function aligned<Item>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
): readonly (readonly [before: Item, after: Item | undefined])[] {
  let next = 0
  return before.map((item) => {
    const found = after.findIndex((later, index) => index >= next && nameOf(later) === nameOf(item))
    const index = found < 0 ? next : found
    next = index + 1
    return [item, after[index]]
  })
}

/** A name that is not allowed gets the closest one that is. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

const nameOf = (object: Json): string =>
  `${String(field(object, 'kind'))} ${plainName(String(field(field(object, 'metadata'), 'name')))}`

/** The objects of every document that can be read, those in Lists one by one. */
const objectsIn = (text: string): readonly Json[] =>
  splitDocuments(text).flatMap((range): readonly Json[] => {
    const { root } = readDocument(text.slice(range.from, range.to))
    const data = root && toJson(root, { budget: { left: 1_000_000 }, largeNumbers: 'rounded' })
    if (data === undefined) return []
    const items = field(data, 'items')
    return isList(items) ? items : [data]
  })

/** Values that are neither at their place nor anywhere else in the object any more. Another value in their place is not a loss. */
function* lossesBetween(before: Json, after: Json, index: number): Generator<string> {
  const kept = new Map<string, number>()
  for (const [, text] of leavesOf(after)) kept.set(text, (kept.get(text) ?? 0) + 1)
  const places = new Set([...leavesOf(after)].map(([path]) => path))
  for (const [path, text] of leavesOf(before))
    if (!places.has(path) && !kept.has(text)) yield `object ${index} loses ${path}: ${text}`
}

function* leavesOf(data: Json, path = ''): Generator<readonly [path: string, text: string]> {
  if (isList(data)) for (const [index, item] of data.entries()) yield* leavesOf(item, `${path}[${index}]`)
  else if (isObject(data))
    for (const [key, value] of Object.entries(data)) yield* leavesOf(value, `${path}.${key}`)
  else if (data !== null && data !== '') yield [path, String(data)] as const
}

const ids = ['runAsUser', 'runAsGroup', 'fsGroup']

const linuxOnly = [
  ...ids,
  'readOnlyRootFilesystem',
  'seccompProfile',
  'privileged',
  'allowPrivilegeEscalation',
]

/** Volumes that end with the Pod, or that nothing writes to. */
const temporary = [
  'name',
  'emptyDir',
  'configMap',
  'secret',
  'downwardAPI',
  'projected',
  'ephemeral',
  'image',
]

function* podHazards(before: Json, after: Json, index: number): Generator<string> {
  const [old, now] = [podSpecOf(before), podSpecOf(after)]
  if (!isObject(old) || !isObject(now)) return
  const keepsData =
    listOf(field(old, 'volumes')).some(
      (volume) => isObject(volume) && Object.keys(volume).some((key) => !temporary.includes(key)),
    ) || listOf(field(field(before, 'spec'), 'volumeClaimTemplates')).length > 0
  const contexts = [...contextsOf(old, now)]
  const hasUser = contexts.some(([context]) => field(context, 'runAsUser') !== undefined)
  for (const [context, later, where] of contexts) {
    for (const id of ids) {
      const chosen = field(context, id)
      if (chosen !== undefined && chosen !== null && chosen !== field(later, id))
        yield `object ${index} gets another ${id} ${where}: ${String(chosen)} becomes ${String(field(later, id))}`
    }
    if (keepsData && !hasUser && field(later, 'runAsUser') !== undefined)
      yield `object ${index} keeps files and gets a new user ${where}`
    if (isWindows(old))
      for (const name of linuxOnly)
        if (JSON.stringify(field(context, name)) !== JSON.stringify(field(later, name)))
          yield `object ${index} runs on Windows and gets ${name} ${where}`
  }
}

/** The security contexts of a Pod and of its containers, before and after. */
function* contextsOf(
  old: Json,
  now: Json,
): Generator<readonly [before: Json | undefined, after: Json | undefined, where: string]> {
  yield [field(old, 'securityContext'), field(now, 'securityContext'), 'for the Pod']
  for (const list of ['initContainers', 'containers'])
    for (const [index, container] of listOf(field(old, list)).entries())
      yield [
        field(container, 'securityContext'),
        field(listOf(field(now, list))[index], 'securityContext'),
        `in ${list}[${index}]`,
      ]
}

const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : [])

function podSpecOf(object: Json): Json | undefined {
  const spec = field(object, 'spec')
  if (field(object, 'kind') === 'Pod') return spec
  const owner = field(object, 'kind') === 'CronJob' ? field(field(spec, 'jobTemplate'), 'spec') : spec
  return field(field(owner, 'template'), 'spec')
}

const isWindows = (pod: Json): boolean =>
  field(field(pod, 'os'), 'name') === 'windows' ||
  field(field(pod, 'nodeSelector'), 'kubernetes.io/os') === 'windows'
