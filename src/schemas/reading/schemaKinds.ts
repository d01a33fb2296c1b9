import { field, isList, isText, type Json, type JsonObject } from '../../engine/model/json'
import type { FileSchema } from '../../engine/schema/schema'

/** The objects that a schema is for, and its title for people. */
type SchemaKind = Pick<FileSchema, 'title' | 'matches'>

const extension = 'x-kubernetes-group-version-kind'

/** The kinds that a schema declares with Kubernetes' extension of OpenAPI. */
export function declaredKinds(schema: Json): readonly SchemaKind[] {
  const declared = field(schema, extension)
  return (isList(declared) ? declared : [declared]).flatMap((one) => {
    const [group, version, kind] = ['group', 'version', 'kind'].map((part) => field(one, part))
    if (!isText(version) || !isText(kind)) return []
    return [exactKind(isText(group) && group !== '' ? `${group}/${version}` : version, kind)]
  })
}

/**
 * The kinds that a schema is for. Sources, in this order: the extension, the only values that the schema allows for
 * `apiVersion` and `kind`, the file name.
 */
export function kindsOf(schema: JsonObject, fileName: string): readonly SchemaKind[] {
  const declared = declaredKinds(schema)
  if (declared.length > 0) return declared
  const named = kindInName(fileName)
  const kinds = allowedValues(schema, 'kind')
  const apiVersions = allowedValues(schema, 'apiVersion')
  if (kinds.length === 0) return named ? [kindByName(named)] : []
  if (apiVersions.length > 0)
    return apiVersions.flatMap((apiVersion) => kinds.map((kind) => exactKind(apiVersion, kind)))
  return kinds.map((kind) =>
    kind.toLowerCase() === named?.kind ? kindByName({ ...named, kind }) : kindByName({ kind }),
  )
}

const exactKind = (apiVersion: string, kind: string): SchemaKind => ({
  title: `${kind} · ${apiVersion}`,
  matches: (otherVersion, otherKind) => otherVersion === apiVersion && otherKind === kind,
})

/** The only values that a schema allows for one of its fields; empty when it allows others. */
function allowedValues(schema: JsonObject, name: string): readonly string[] {
  const property = field(field(schema, 'properties'), name)
  const constant = field(property, 'const')
  const allowed = field(property, 'enum')
  return (isList(allowed) ? allowed : [constant]).filter(isText)
}

type NamedKind = {
  readonly kind: string
  /** The group, or only its first label: `networking` for `networking.k8s.io`. */
  readonly group?: string | undefined
  readonly version?: string | undefined
}

const versionName = /^v\d+(?:(?:alpha|beta)\d+)?$/

/**
 * The kind in one of the usual file names: `certificate_v1.json`, optionally in a folder `cert-manager.io`,
 * `deployment-apps-v1.json`, `widget.json`. Source: kubeconform's schema location templates.
 */
function kindInName(fileName: string): NamedKind | undefined {
  const path = fileName.toLowerCase().split(/[\\/]/)
  const stem = path.at(-1)?.replace(/(?:\.schema)?\.json$/, '') ?? ''
  const separator = stem.includes('_') ? '_' : '-'
  const parts = stem.split(separator)
  const version = parts.length > 1 && versionName.test(parts.at(-1) ?? '') ? parts.pop() : undefined
  // The group comes before or after the kind, and only a group has dots.
  if (separator === '_' && parts[0]?.includes('.')) parts.reverse()
  const [kind = '', ...labels] = parts
  const group = labels.join(separator)
  const folder = path.at(-2)?.includes('.') ? path.at(-2) : undefined
  const isUnambiguous = group === '' || version !== undefined || group.includes('.')
  if (!isUnambiguous || !/^[a-z][a-z0-9]*$/.test(kind)) return undefined
  return { kind, group: group === '' ? folder : group, version }
}

/** A file name is in lower case and may leave out the group, or everything after the first label of the group. */
function kindByName({ kind, group, version }: NamedKind): SchemaKind {
  const apiVersion = [group, version].filter((part) => part !== undefined).join('/')
  return {
    title: `${kind} · ${apiVersion === '' ? 'any version' : apiVersion}`,
    matches: (otherVersion, otherKind) => {
      const parts = otherVersion.toLowerCase().split('/')
      const otherGroup = parts.length > 1 ? parts[0] : ''
      const isGroup = group === undefined || otherGroup === group || otherGroup?.split('.', 1)[0] === group
      return (
        isGroup &&
        (version === undefined || parts.at(-1) === version) &&
        otherKind.toLowerCase() === kind.toLowerCase()
      )
    },
  }
}
