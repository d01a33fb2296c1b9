import { brokenLimits } from '../../engine/schema/limits'
import { review, risky, type Assessment, type Placeholder } from '../../engine/findings/remedy'
import type { Change } from '../../engine/model/change'
import { field as fieldIn, isList, isText, type Json } from '../../engine/model/json'
import { pathText, type Path } from '../../engine/model/path'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { Schema } from '../../engine/schema/schema'
import { fieldsOf, itemSchema, resolveRef } from '../../engine/schema/schemaFields'
import { toJson } from '../../engine/yaml/toJson'
import { valueAt, type Value } from '../../engine/yaml/value'

/**
 * A mapping in an object that lacks a field. `path`: where the mapping is, or will be, from the root of the object.
 * `guessed`: collects the places of values that are only there to start with.
 */
type Gap = {
  readonly object: KubernetesObject
  readonly root: Value
  readonly path: Path
  readonly guessed: Path[]
}

/** Text that obviously has to be replaced, and is a valid name almost everywhere. */
const placeholderText = 'change-me'

/** The first of these texts that a schema accepts is used. */
const texts = [
  placeholderText,
  'Y2hhbmdlLW1l',
  '1',
  '1h',
  '2030-01-01T00:00:00Z',
  'https://change-me.example',
]

/** Deeper than this, required fields are left out: some schemas contain themselves. */
const depthLimit = 8

/** Usual values of fields whose name means the same everywhere. */
const usualValues: Readonly<Record<string, Json>> = {
  schedule: '0 0 * * *',
  topologyKey: 'kubernetes.io/hostname',
  verbs: ['get', 'list', 'watch'],
  admissionReviewVersions: ['v1'],
  operator: 'Exists',
  mountPath: '/change-me',
  containerPort: 8080,
}

/** Fields whose usual value is as good a guess as any other. */
const arbitrary: ReadonlySet<string> = new Set(['schedule', 'mountPath', 'containerPort'])

/**
 * A value for a required field: taken from elsewhere in the object, else a placeholder that its schema accepts. Undefined
 * when there is no such value.
 */
export function requiredValue(owner: Schema, field: string, gap: Gap, depth = 0): Json | undefined {
  const schema = fieldsOf(owner).get(field) ?? {}
  const path = [...gap.path, field]
  // Only whoever wrote a webhook knows its side effects.
  if (field === 'sideEffects') return undefined
  return knownValue(owner, schema, field, gap) ?? placeholder(schema, { ...gap, path }, depth)
}

/** A value that is only there to start with. `path`: from the mapping with the gap. */
function guess<Guessed extends Json>(gap: Gap, path: Path, value: Guessed): Guessed {
  gap.guessed.push([...gap.path, ...path])
  return value
}

/** A value that follows from the object itself, or from the name of the field. */
function knownValue(owner: Schema, schema: Schema, field: string, gap: Gap): Json | undefined {
  const { object, root, path } = gap
  const { kind, name } = object
  const own = fieldsOf(owner)
  const spec = fieldsOf(schema).get('spec')
  switch (field) {
    case 'selector':
      return own.has('template') ? { matchLabels: podLabels(gap) } : undefined
    case 'template':
    case 'jobTemplate':
      return spec && template(gap, spec)
    case 'containers':
      return [
        {
          name: name || guess(gap, [field, 0, 'name'], placeholderText),
          image: guess(gap, [field, 0, 'image'], `example.com/${placeholderText}:1.0`),
        },
      ]
    case 'name':
      return own.has('imagePullPolicy') ? containerName(gap) : undefined
    case 'serviceName':
      return name || undefined
    case 'maxReplicas': {
      const least = numberAt(root, [...path, 'minReplicas'])
      return least === undefined ? undefined : guess(gap, [field], least)
    }
    case 'scaleTargetRef':
      return {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        name: name || guess(gap, [field, 'name'], placeholderText),
      }
    case 'backend':
      return own.has('pathType') ? backend(gap) : undefined
    case 'target':
      return fieldsOf(schema).has('averageUtilization')
        ? { type: 'Utilization', averageUtilization: guess(gap, [field, 'averageUtilization'], 80) }
        : undefined
    case 'port':
      return portFor(gap) ?? guess(gap, [field], 80)
    case 'kind':
      if (path.at(-1) === 'roleRef') return kind.replace('Binding', '')
      return path.at(-2) === 'subjects' ? 'ServiceAccount' : undefined
    case 'path':
      // Other paths in volumes are relative to the mount.
      return owner.name?.endsWith('VolumeSource') ? guess(gap, [field], `/${placeholderText}`) : undefined
    default: {
      const usual = Object.hasOwn(usualValues, field) ? usualValues[field] : undefined
      return usual !== undefined && arbitrary.has(field) ? guess(gap, [field], usual) : usual
    }
  }
}

/** The backend of an Ingress: a Service with the name of the Ingress. */
const backend = (gap: Gap): Json => ({
  service: {
    name: guess(gap, ['backend', 'service', 'name'], gap.object.name || placeholderText),
    port: { number: guess(gap, ['backend', 'service', 'port', 'number'], 80) },
  },
})

/** The labels that a workload and its Pods share: those of the template or the selector, else the name. */
export function podLabels({ object, root, path }: Pick<Gap, 'object' | 'root' | 'path'>): Json {
  for (const place of ['template.metadata.labels', 'selector.matchLabels']) {
    const labels = valueAt(root, [...path, ...place.split('.')])
    const written = labels?.type === 'mapping' && labels.entries.size > 0 ? toJson(labels) : undefined
    if (written !== undefined) return written
  }
  return { app: object.name || placeholderText }
}

/** A template for a Pod, or for a Job that creates one. */
function template(gap: Gap, spec: Schema): Json {
  const inside = fieldsOf(fieldsOf(spec).get('template') ?? {}).get('spec')
  if (inside)
    return { spec: { template: template({ ...gap, path: [...gap.path, 'jobTemplate', 'spec'] }, inside) } }
  const at = { ...gap, path: [...gap.path, 'template', 'spec'] }
  const containers = requiredValue(spec, 'containers', at) ?? []
  return gap.object.kind.endsWith('Job')
    ? { spec: { restartPolicy: 'OnFailure', containers } }
    : { metadata: { labels: podLabels(gap) }, spec: { containers } }
}

/** A name made from the image that no other container of the Pod has. */
function containerName({ object, root, path }: Gap): string {
  const image = valueAt(root, [...path, 'image'])
  const written = image?.type === 'scalar' && image.data !== null ? String(image.data) : object.name
  const repository = written.slice(written.lastIndexOf('/') + 1)
  const last = /^[^:@]*/.exec(repository)?.[0] ?? ''
  const name =
    last
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || placeholderText
  const taken = object.pod?.containers.map((container) => container.name)
  let free = name
  for (let count = 2; taken?.includes(free); count++) free = `${name}-${count}`
  return free
}

/** The target port of a Service, or the first port of the container around. */
function portFor({ root, path }: Gap): number | undefined {
  const list = path.findIndex((step) => String(step).endsWith('ontainers'))
  const declared = list < 0 ? ['targetPort'] : ['ports', 0, 'containerPort']
  const port = numberAt(root, [...path.slice(0, list < 0 ? path.length : list + 2), ...declared]) ?? 0
  return port > 0 && port < 65536 ? port : undefined
}

const numberAt = (root: Value, path: Path): number | undefined => {
  const value = valueAt(root, path)
  return value?.type === 'scalar' && typeof value.data === 'number' ? value.data : undefined
}

/** A value that a schema accepts, with what that requires in turn; undefined when there is no obvious one. */
function placeholder(given: Schema, gap: Gap, depth: number): Json | undefined {
  const schema = resolveRef(given)
  const { required = [], minimum = 1, minItems = 0 } = schema
  const type = schema.type?.find((one) => one !== 'null')
  // The first seccomp profile in the list, Localhost, needs a name beside it.
  if (schema.enum) {
    const usual = schema.enum.find((one) => one === 'RuntimeDefault')
    const [first] = schema.enum
    return usual ?? (first === undefined || schema.enum.length === 1 ? first : guess(gap, [], first))
  }
  if (type === 'boolean') return guess(gap, [], false)
  if (type === 'integer' || type === 'number') return guess(gap, [], Math.max(minimum, 1))
  if (type === 'array') {
    // A required list is usually refused when it is empty.
    const items = itemSchema(schema)
    const path = [...gap.path, 0]
    const item = items && depth < depthLimit ? placeholder(items, { ...gap, path }, depth + 1) : undefined
    return item !== undefined ? [item] : minItems > 0 ? undefined : []
  }
  if (type !== 'object') {
    const text = texts.find((one) => accepts(schema, one))
    return text === undefined ? undefined : guess(gap, [], text)
  }
  const values =
    depth < depthLimit ? required.map((field) => requiredValue(schema, field, gap, depth + 1)) : []
  if (values.includes(undefined)) return undefined
  return Object.fromEntries(values.map((value, index) => [required[index] ?? '', value ?? null]))
}

const accepts = (schema: Schema, data: string): boolean =>
  brokenLimits({ type: 'scalar', from: 0, to: 0, data }, schema).length === 0 &&
  schema.format?.accepts(data) !== false

/** The note on a value that was added. */
export const placeholderNote = (field: string, placeholders: readonly Placeholder[]): string =>
  placeholders.length === 0
    ? `Check that this is the right value for ${field}.`
    : `Replace ${placeholders.length === 1 ? 'the placeholder' : `the ${placeholders.length} placeholders`} in ${field}.`

/** How sure the addition of values is. With a stand-in, the API server accepts an object that cannot do its work. */
export const assessAdded = (note: string, added: readonly Change[]): Assessment =>
  JSON.stringify(added).includes(placeholderText)
    ? risky(`${note} Until then the object is accepted, but cannot do its work.`)
    : review(note)

/** Values that were guessed, with what to ask for: `image of container web`, `port in spec.ports[0]`. */
export const placeholdersAt = (paths: readonly Path[], added: readonly Change[]): readonly Placeholder[] =>
  paths.map((path) => ({ what: whatAt(path, added), path }))

function whatAt(path: Path, added: readonly Change[]): string {
  const field = String(path.findLast(isText) ?? 'value')
  const words = field.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  const owner = path.slice(0, path.lastIndexOf(field))
  if (owner.length === 0) return words
  const name =
    field !== 'name' && /^(?:c|initC)ontainers$/.test(String(owner.at(-2))) ? nameIn(owner, added) : ''
  return name === '' ? `${words} in ${pathText(owner)}` : `${words} of container ${name}`
}

/** The name that is added with a mapping. */
function nameIn(owner: Path, added: readonly Change[]): string {
  for (const change of added) {
    if (change.kind !== 'set') continue
    const rest = owner.slice(change.path.length)
    let value: Json | undefined = change.value
    for (const step of rest)
      value = typeof step === 'number' ? (isList(value) ? value[step] : undefined) : fieldIn(value, step)
    const name = fieldIn(value, 'name')
    if (pathText(owner).startsWith(pathText(change.path)) && isText(name)) return name
  }
  return ''
}
