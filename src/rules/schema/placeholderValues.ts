import { brokenLimits } from '../../engine/schema/limits'
import type { Json } from '../../engine/model/json'
import type { Path } from '../../engine/model/path'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { Schema } from '../../engine/schema/schema'
import { fieldsOf, itemSchema, resolveRef } from '../../engine/schema/schemaFields'
import { toJson } from '../../engine/yaml/toJson'
import { valueAt, type Value } from '../../engine/yaml/value'

/** A mapping in an object that lacks a field. `path`: where the mapping is, or will be, from the root of the object. */
type Gap = {
  readonly object: KubernetesObject
  readonly root: Value
  readonly path: Path
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
  sideEffects: 'None',
  operator: 'Exists',
  mountPath: '/change-me',
  containerPort: 8080,
}

/**
 * A value for a required field: taken from elsewhere in the object, else a placeholder that its schema accepts. Undefined
 * when there is no such value.
 */
export function requiredValue(owner: Schema, field: string, gap: Gap, depth = 0): Json | undefined {
  const schema = fieldsOf(owner).get(field) ?? {}
  const path = [...gap.path, field]
  return knownValue(owner, schema, field, gap) ?? placeholder(schema, { ...gap, path }, depth)
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
      return [{ name: name || placeholderText, image: `example.com/${placeholderText}:1.0` }]
    case 'name':
      return own.has('imagePullPolicy') ? containerName(gap) : undefined
    case 'serviceName':
      return name || undefined
    case 'maxReplicas':
      return numberAt(root, [...path, 'minReplicas'])
    case 'scaleTargetRef':
      return { apiVersion: 'apps/v1', kind: 'Deployment', name: name || placeholderText }
    case 'port':
      return portFor(gap)
    case 'kind':
      if (path.at(-1) === 'roleRef') return kind.replace('Binding', '')
      return path.at(-2) === 'subjects' ? 'ServiceAccount' : undefined
    case 'path':
      // Other paths in volumes are relative to the mount.
      return owner.name?.endsWith('VolumeSource') ? `/${placeholderText}` : undefined
    default:
      return Object.hasOwn(usualValues, field) ? usualValues[field] : undefined
  }
}

/** The labels that a workload and its Pods share: those of the template or the selector, else the name. */
export function podLabels({ object, root, path }: Gap): Json {
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
  if (inside) return { spec: { template: template(gap, inside) } }
  const containers = requiredValue(spec, 'containers', gap) ?? []
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
function portFor({ root, path }: Gap): number {
  const list = path.findIndex((step) => String(step).endsWith('ontainers'))
  const declared = list < 0 ? ['targetPort'] : ['ports', 0, 'containerPort']
  const port = numberAt(root, [...path.slice(0, list < 0 ? path.length : list + 2), ...declared]) ?? 0
  return port > 0 && port < 65536 ? port : 80
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
  if (schema.enum) return schema.enum.find((one) => one === 'RuntimeDefault') ?? schema.enum[0]
  if (type === 'boolean') return false
  if (type === 'integer' || type === 'number') return Math.max(minimum, 1)
  if (type === 'array') {
    // A required list is usually refused when it is empty.
    const items = itemSchema(schema)
    const path = [...gap.path, 0]
    const item = items && depth < depthLimit ? placeholder(items, { ...gap, path }, depth + 1) : undefined
    return item !== undefined ? [item] : minItems > 0 ? undefined : []
  }
  if (type !== 'object') return texts.find((text) => accepts(schema, text))
  const values =
    depth < depthLimit ? required.map((field) => requiredValue(schema, field, gap, depth + 1)) : []
  if (values.includes(undefined)) return undefined
  return Object.fromEntries(values.map((value, index) => [required[index] ?? '', value ?? null]))
}

const accepts = (schema: Schema, data: string): boolean =>
  brokenLimits({ type: 'scalar', from: 0, to: 0, data }, schema).length === 0 &&
  schema.format?.accepts(data) !== false

/** The note on a value that was added. */
export const placeholderNote = (field: string, value: Json): string =>
  typeof value === 'number' || JSON.stringify(value).includes(placeholderText)
    ? `Replace the placeholder in ${field}.`
    : `Check that this is the right value for ${field}.`
