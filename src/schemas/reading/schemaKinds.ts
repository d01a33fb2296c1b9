import type { FileSchema } from '../../engine/schema/schema'
import { field, isList, isText, type Json, type JsonObject } from '../../engine/model/json'

/** Which objects a schema is for, and how to call it. */
export type SchemaKind = Pick<FileSchema, 'title' | 'matches'>

const key = 'x-kubernetes-group-version-kind'

/** The kinds that a schema says it is for, by the extension of OpenAPI documents. */
export function declaredKinds(schema: Json): readonly SchemaKind[] {
  const declared = field(schema, key)
  return (isList(declared) ? declared : [declared]).flatMap((one) => {
    const [group, version, kind] = ['group', 'version', 'kind'].map((part) => field(one, part))
    if (!isText(version) || !isText(kind)) return []
    return [exactly(isText(group) && group !== '' ? `${group}/${version}` : version, kind)]
  })
}

/** The kinds that a schema is for: as it declares, else as its own fields tell, else as the file is called. */
export function kindsOf(schema: JsonObject, fileName: string): readonly SchemaKind[] {
  const declared = declaredKinds(schema)
  if (declared.length > 0) return declared
  const named = kindInName(fileName)
  const kinds = allowedIn(schema, 'kind')
  const apiVersions = allowedIn(schema, 'apiVersion')
  if (kinds.length === 0) return named ? [byName(named)] : []
  if (apiVersions.length > 0)
    return apiVersions.flatMap((apiVersion) => kinds.map((kind) => exactly(apiVersion, kind)))
  return kinds.map((kind) =>
    kind.toLowerCase() === named?.kind ? byName({ ...named, kind }) : byName({ kind }),
  )
}

const exactly = (apiVersion: string, kind: string): SchemaKind => ({
  title: `${kind} · ${apiVersion}`,
  matches: (otherVersion, otherKind) => otherVersion === apiVersion && otherKind === kind,
})

/** The only values a field of the object may have. */
function allowedIn(schema: JsonObject, name: string): readonly string[] {
  const property = field(field(schema, 'properties'), name)
  const constant = field(property, 'const')
  const allowed = field(property, 'enum')
  return (isList(allowed) ? allowed : [constant]).filter(isText)
}

type NamedKind = {
  readonly kind: string
  /** Maybe no more than the first label of it. */
  readonly group?: string | undefined
  readonly version?: string | undefined
}

const versionName = /^v\d+(?:(?:alpha|beta)\d+)?$/

/**
 * What the usual names of files tell: `certificate_v1.json`, maybe in a folder `cert-manager.io`,
 * `deployment-apps-v1.json`, `widget.json`. Source: kubeconform's templates of schema locations.
 */
function kindInName(fileName: string): NamedKind | undefined {
  const path = fileName.toLowerCase().split(/[\\/]/)
  const stem = path.at(-1)?.replace(/(?:\.schema)?\.json$/, '') ?? ''
  const separator = stem.includes('_') ? '_' : '-'
  const parts = stem.split(separator)
  const version = parts.length > 1 && versionName.test(parts.at(-1) ?? '') ? parts.pop() : undefined
  // A group is put before or behind the kind, and only a group has points.
  if (separator === '_' && parts[0]?.includes('.')) parts.reverse()
  const [kind = '', ...labels] = parts
  const inside = labels.join(separator)
  const folder = path.at(-2)?.includes('.') ? path.at(-2) : undefined
  const isClear = inside === '' || version !== undefined || inside.includes('.')
  if (!isClear || !/^[a-z][a-z0-9]*$/.test(kind)) return undefined
  return { kind, group: inside === '' ? folder : inside, version }
}

/** A name is written in small letters and may leave out the group, or all of it but its first label. */
function byName({ kind, group, version }: NamedKind): SchemaKind {
  const place = [group, version].filter((part) => part !== undefined).join('/')
  return {
    title: `${kind} · ${place === '' ? 'any version' : place}`,
    matches: (apiVersion, otherKind) => {
      const parts = apiVersion.toLowerCase().split('/')
      const otherGroup = parts.length > 1 ? parts[0] : ''
      const fits = group === undefined || otherGroup === group || otherGroup?.split('.', 1)[0] === group
      return (
        fits &&
        (version === undefined || parts.at(-1) === version) &&
        otherKind.toLowerCase() === kind.toLowerCase()
      )
    },
  }
}
