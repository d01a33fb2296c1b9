import { brokenLimits } from '../schema/limits'
import { fieldsOf, itemSchema, resolved } from '../schema/schemaFields'
import type { KubernetesObject } from '../objects/readObjects'
import { toJson } from '../yaml/toJson'
import type { Schema } from '../schema/schema'
import { valueAt, type Value } from '../yaml/value'
import type { Path } from '../model/path'
import type { Json } from '../model/json'

/** A mapping in an object that lacks a field. `path`: where it stands, or will stand, from the root of the object. */
export type Spot = {
  readonly object: KubernetesObject
  readonly root: Value
  readonly path: Path
}

/** Text that shows that something has to be put in its place, and is a legal name almost everywhere. */
const blank = 'change-me'

/** Of texts, the first that a schema takes is used. */
const texts = [blank, 'Y2hhbmdlLW1l', '1', '1h', '2030-01-01T00:00:00Z', 'https://change-me.example']

/** Deeper than this, required fields are left out: some schemas require themselves. */
const depthLimit = 8

/** What fields mostly say that have a name of their own wherever they stand. */
const customary: Readonly<Record<string, Json>> = {
  schedule: '0 0 * * *',
  topologyKey: 'kubernetes.io/hostname',
  verbs: ['get', 'list', 'watch'],
  admissionReviewVersions: ['v1'],
  sideEffects: 'None',
  operator: 'Exists',
  mountPath: '/change-me',
  containerPort: 8080,
}

/** A value for a required field: what the object says of it elsewhere, else a placeholder that its schema takes. */
export function filled(owner: Schema, field: string, spot: Spot, depth = 0): Json | undefined {
  const schema = fieldsOf(owner).get(field) ?? {}
  const path = [...spot.path, field]
  return told(owner, schema, field, spot) ?? placeholder(schema, { ...spot, path }, depth)
}

/** What the object itself, or the name of the field, tells of a value. */
function told(owner: Schema, schema: Schema, field: string, spot: Spot): Json | undefined {
  const { object, root, path } = spot
  const { kind, name } = object
  const own = fieldsOf(owner)
  const spec = fieldsOf(schema).get('spec')
  switch (field) {
    case 'selector':
      return own.has('template') ? { matchLabels: podLabels(spot) } : undefined
    case 'template':
    case 'jobTemplate':
      return spec && template(spot, spec)
    case 'containers':
      return [{ name: name || blank, image: `example.com/${blank}:1.0` }]
    case 'name':
      return own.has('imagePullPolicy') ? containerName(spot) : undefined
    case 'serviceName':
      return name || undefined
    case 'maxReplicas':
      return numberAt(root, [...path, 'minReplicas'])
    case 'scaleTargetRef':
      return { apiVersion: 'apps/v1', kind: 'Deployment', name: name || blank }
    case 'port':
      return portFor(spot)
    case 'kind':
      if (path.at(-1) === 'roleRef') return kind.replace('Binding', '')
      return path.at(-2) === 'subjects' ? 'ServiceAccount' : undefined
    case 'path':
      // Other paths in volumes lead from where they are mounted.
      return owner.name?.endsWith('VolumeSource') ? `/${blank}` : undefined
    default:
      return Object.hasOwn(customary, field) ? customary[field] : undefined
  }
}

/** The labels that a workload and its pods share: those that one of them has, else the name. */
export function podLabels({ object, root, path }: Spot): Json {
  for (const place of ['template.metadata.labels', 'selector.matchLabels']) {
    const labels = valueAt(root, [...path, ...place.split('.')])
    const said = labels?.type === 'mapping' && labels.entries.size > 0 ? toJson(labels) : undefined
    if (said !== undefined) return said
  }
  return { app: object.name || blank }
}

/** A template for a pod, or for a Job that makes one. */
function template(spot: Spot, spec: Schema): Json {
  const inside = fieldsOf(fieldsOf(spec).get('template') ?? {}).get('spec')
  if (inside) return { spec: { template: template(spot, inside) } }
  const containers = filled(spec, 'containers', spot) ?? []
  return spot.object.kind.endsWith('Job')
    ? { spec: { restartPolicy: 'OnFailure', containers } }
    : { metadata: { labels: podLabels(spot) }, spec: { containers } }
}

/** A name made from that of the image, which no other container of the pod has. */
function containerName({ object, root, path }: Spot): string {
  const image = valueAt(root, [...path, 'image'])
  const written = image?.type === 'scalar' && image.data !== null ? String(image.data) : object.name
  const [, last = ''] = /([^/:@]*)(?:[:@][^/]*)?$/.exec(written) ?? []
  const name =
    last
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || blank
  const taken = object.pod?.containers.map((container) => container.name)
  let free = name
  for (let count = 2; taken?.includes(free); count++) free = `${name}-${count}`
  return free
}

/** Where a Service leads to, or the first port of the container that something stands in. */
function portFor({ root, path }: Spot): number {
  const list = path.findIndex((step) => String(step).endsWith('ontainers'))
  const declared = list < 0 ? ['targetPort'] : ['ports', 0, 'containerPort']
  const port = numberAt(root, [...path.slice(0, list < 0 ? path.length : list + 2), ...declared]) ?? 0
  return port > 0 && port < 65536 ? port : 80
}

const numberAt = (root: Value, path: Path): number | undefined => {
  const value = valueAt(root, path)
  return value?.type === 'scalar' && typeof value.data === 'number' ? value.data : undefined
}

/** A value that a schema takes, with what it requires in turn; undefined when none comes to mind. */
function placeholder(given: Schema, spot: Spot, depth: number): Json | undefined {
  const schema = resolved(given)
  const { required = [], minimum = 1, minItems = 0 } = schema
  const type = schema.type?.find((one) => one !== 'null')
  // Of the profiles for system calls, the first needs a name beside it.
  if (schema.enum) return schema.enum.find((one) => one === 'RuntimeDefault') ?? schema.enum[0]
  if (type === 'boolean') return false
  if (type === 'integer' || type === 'number') return Math.max(minimum, 1)
  if (type === 'array') {
    // A list that has to be there is mostly refused when it is empty.
    const items = itemSchema(schema)
    const path = [...spot.path, 0]
    const item = items && depth < depthLimit ? placeholder(items, { ...spot, path }, depth + 1) : undefined
    return item !== undefined ? [item] : minItems > 0 ? undefined : []
  }
  if (type !== 'object') return texts.find((text) => takes(schema, text))
  const values = depth < depthLimit ? required.map((field) => filled(schema, field, spot, depth + 1)) : []
  if (values.includes(undefined)) return undefined
  return Object.fromEntries(values.map((value, index) => [required[index] ?? '', value ?? null]))
}

const takes = (schema: Schema, data: string): boolean =>
  brokenLimits({ type: 'scalar', from: 0, to: 0, data }, schema).length === 0 &&
  schema.format?.accepts(data) !== false

/** What to say of a value that was put in. */
export const fillNote = (field: string, value: Json): string =>
  typeof value === 'number' || JSON.stringify(value).includes(blank)
    ? `Fill in ${field}: what stands there only holds the place.`
    : `Look whether this is what ${field} should be.`
