import { expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { kustomizeOverlay } from './kustomize'

// Applies the patches of random changes with a small model of kustomize, which follows the observed behaviour of
// kustomize and shares no code with what makes the patches.

type Data = null | boolean | number | string | Data[] | Fields
type Fields = { [key: string]: Data }

const isFields = (value: Data | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The keys of the merged lists in the objects below, by name of the list. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  env: ['name'],
  volumeMounts: ['mountPath'],
  volumes: ['name'],
  imagePullSecrets: ['name'],
  ports: ['port', 'containerPort', 'protocol'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
}
const unordered = [
  'env',
  'volumeMounts',
  'volumes',
  'imagePullSecrets',
  'topologySpreadConstraints',
  'finalizers',
]

function merged(before: Data | undefined, patch: Data, name: string, isKnownKind: boolean): Data {
  if (Array.isArray(patch)) return isKnownKind ? mergedList(before, patch, name) : patch
  if (!isFields(patch)) return patch
  const result: Fields = isFields(before) ? { ...before } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key]
    else result[key] = merged(result[key], value, key, isKnownKind)
  }
  return result
}

function mergedList(before: Data | undefined, patch: Data[], name: string): Data {
  const [first, ...rest] = patch
  if (isFields(first) && first['$patch'] === 'replace') return rest
  if (!Array.isArray(before)) return patch
  if (name === 'finalizers') return [...patch.filter((value) => !before.includes(value)), ...before]
  const keys = keysOf[name]
  return keys ? mergedItems(before.filter(isFields), patch.filter(isFields), keys, name) : patch
}

function mergedItems(before: Fields[], patch: Fields[], all: readonly string[], name: string): Data {
  const keys = all.filter((key) => [...before, ...patch].some((item) => key in item))
  const isSame = (one: Fields) => (other: Fields) =>
    keys.every((key) => String(one[key]) === String(other[key]))
  const named = patch.flatMap((item) => {
    const old = before.find(isSame(item))
    return item['$patch'] === 'delete' ? [] : [{ isNew: !old, item: merged(old, item, name, true) as Fields }]
  })
  const stays = before.filter((item) => !patch.some(isSame(item)))
  if (keys.length === 1) return [...named.map(({ item }) => item), ...stays]
  const isGone = (item: Fields) => patch.some((other) => other['$patch'] === 'delete' && isSame(item)(other))
  return [
    ...named.filter(({ isNew }) => isNew).map(({ item }) => item),
    ...before
      .filter((item) => !isGone(item))
      .map((item) => named.find((other) => isSame(item)(other.item))?.item ?? item),
  ]
}

/** Calls `change` with the object that holds the last key of a path. */
function applyAt(
  value: Data | undefined,
  path: readonly string[],
  change: (last: Fields, key: string) => void,
): void {
  const [key = '', ...rest] = path
  const step = key.replaceAll('~1', '/').replaceAll('~0', '~')
  if (typeof value !== 'object' || value === null) throw new Error(`There is nothing at ${path.join('/')}.`)
  const holder = value as Fields
  if (rest.length === 0) change(holder, step)
  else applyAt(holder[step], rest, change)
}

type Operation = { readonly op: string; readonly path: string; readonly value: Data }
type Patch = { readonly patch: string; readonly target?: { readonly kind: string; readonly name: string } }

const idOf = (object: Fields): string =>
  `${String(object['kind'])} ${String((object['metadata'] as Fields)['name'])}`

function build(before: readonly Fields[], files: readonly { name: string; text: string }[]): Fields[] {
  const objects = new Map(before.map((object) => [idOf(object), structuredClone(object)]))
  const { patches = [] } = parse(files[0]?.text ?? '{}') as { readonly patches?: readonly Patch[] }
  for (const { patch, target } of patches) {
    const content = parse(patch) as Fields & readonly Operation[]
    const id = target ? `${target.kind} ${target.name}` : idOf(content)
    const object = objects.get(id)
    if (!object) throw new Error(`${id} does not exist.`)
    if (target)
      for (const { op, path, value } of content)
        applyAt(object, path.split('/').slice(1), (last, key) => {
          if (op === 'remove') delete last[key]
          else last[key] = value
        })
    else if (content['$patch'] === 'delete') objects.delete(id)
    else
      objects.set(
        id,
        merged(object, content, '', !String(object['apiVersion']).includes('example')) as Fields,
      )
  }
  const added = parseAllDocuments(files[1]?.text ?? '').map((document) => document.toJS() as Fields)
  return [...objects.values(), ...added]
}

/** Objects as sorted texts that do not depend on the order of keys, or of lists whose order does not matter. */
const textsOf = (objects: readonly Fields[]): readonly string[] =>
  objects.map((object) => JSON.stringify(sorted(object, '', String(object['kind'])))).sort()

function sorted(value: Data, name: string, kind: string): Data {
  if (Array.isArray(value)) {
    const items = value.map((item) => sorted(item, '', kind))
    const isFree =
      kind !== 'Crontab' &&
      !(name === 'env' && JSON.stringify(value).includes('$(')) &&
      (unordered.includes(name) || (name === 'ports' && kind !== 'Service'))
    return isFree ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items
  }
  if (!isFields(value)) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, child]) => [key, sorted(child, key, kind)]))
}

const objects: readonly Fields[] = [
  `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, labels: { app: web, tier: front }, finalizers: [a/a, b/b] }
spec:
  replicas: 2
  strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1 } }
  template:
    spec:
      initContainers: [{ name: one, image: a }, { name: two, image: b }, { name: three, image: c }]
      containers:
      - name: web
        image: web:1
        args: [a, b]
        env: [{ name: A, value: "1" }, { name: B, value: "2" }, { name: C, value: $(A) }]
        ports: [{ containerPort: 80, protocol: TCP }, { containerPort: 53, protocol: UDP }, { containerPort: 53, protocol: TCP }]
        volumeMounts: [{ name: tmp, mountPath: /tmp }, { name: data, mountPath: /data }]
      - name: side
        image: side:1
        env: [{ name: A, value: "1" }, { name: B, value: "2" }]
        ports: [{ containerPort: 81 }, { containerPort: 82 }]
      volumes: [{ name: tmp, emptyDir: {} }, { name: data, hostPath: { path: /data } }]
      imagePullSecrets: [{ name: a }, { name: b }]
      tolerations: [{ key: a }, { key: b }]
      topologySpreadConstraints: [{ topologyKey: zone, whenUnsatisfiable: DoNotSchedule, maxSkew: 1 }]`,
  `apiVersion: v1
kind: Service
metadata: { name: web }
spec: { selector: { app: web }, ports: [{ port: 80, name: http }, { port: 443, name: https }] }`,
  `apiVersion: v1
kind: ConfigMap
metadata: { name: web, annotations: { a: x } }
data: { a: "1", file: "a\\nb\\n" }`,
  `apiVersion: example.com/v1
kind: Crontab
metadata: { name: web, finalizers: [a/a] }
spec: { containers: [{ name: a, image: x }, { name: b, image: y }], nested: { list: [1, 2], map: { a: 1 } } }`,
].map((text) => parse(text) as Fields)

/** The random number generator mulberry32: returns integers below a limit. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const values: readonly Data[] = [
  'x',
  '',
  '1',
  'two\nlines\n',
  'yes',
  7,
  0,
  true,
  '$(A)',
  {},
  [],
  { a: 'x' },
  ['x'],
]

/** All lists and objects in a value. */
const containersIn = (value: Data): (Data[] | Fields)[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(containersIn)] : []

function changeRandomly(object: Fields, below: (limit: number) => number): void {
  const all = containersIn(object).filter((part) => part !== object && part !== object['metadata'])
  const part = all[below(all.length)]
  const value = structuredClone(values[below(values.length)] ?? null)
  if (Array.isArray(part)) return changeList(part, value, below)
  const names = Object.keys(part ?? {})
  const name = names[below(names.length)]
  if (!part || name === undefined) return
  const step = below(4)
  if (step === 0) delete part[name]
  else if (step === 1) part[['new', 'a/b~c', 'on', '$x'][below(4)] ?? ''] = value
  else if (step === 2 || typeof part[name] !== 'object') part[name] = value
}

function changeList(list: Data[], value: Data, below: (limit: number) => number): void {
  const index = below(list.length)
  const item = structuredClone(list[index] ?? value)
  const step = below(5)
  if (step === 0) list.splice(index, 1)
  else if (step === 1) list.reverse()
  else if (step === 2) list.push(item)
  else if (isFields(item)) list.splice(below(list.length + 1), 0, { ...item, ...newKeys(item, below) })
  else list.unshift(value)
}

const newKeys = (item: Fields, below: (limit: number) => number): Fields =>
  Object.fromEntries(
    Object.entries(item).map(([key, value]) => {
      if (typeof value === 'number') return [key, 90 + below(3)]
      return [key, ['name', 'mountPath', 'topologyKey', 'key'].includes(key) ? `/n${below(3)}` : value]
    }),
  )

test('the patches of random changes produce the changed objects', () => {
  let merges = 0
  let operations = 0
  for (let seed = 1; seed <= 1500; seed += 1) {
    const below = randomFrom(seed)
    const after = structuredClone([...objects])
    for (let changes = 1 + below(4); changes > 0; changes -= 1) {
      const object = after[below(after.length)]
      const step = below(20)
      if (!object) continue
      if (step === 0) after.splice(after.indexOf(object), 1)
      else if (step === 1)
        after.push({ ...structuredClone(object), metadata: { name: `new-${after.length}-${changes}` } })
      else changeRandomly(object, below)
    }
    const { files, left } = kustomizeOverlay([...objects], after, 'manifest.yaml')
    expect(left, `seed ${seed}`).toEqual([])
    expect(textsOf(build(objects, files)), `seed ${seed}: ${files[0]?.text}`).toEqual(textsOf(after))
    merges += files[0]?.text.includes('patch: |-\n    apiVersion') ? 1 : 0
    operations += files[0]?.text.includes('- op: ') ? 1 : 0
  }
  expect(merges).toBeGreaterThan(500)
  expect(operations).toBeGreaterThan(100)
})
