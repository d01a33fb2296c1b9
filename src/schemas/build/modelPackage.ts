import { declarations, type Declaration, type Member, type WrittenType } from './declarations'
import { decompile, type JsonSchema } from './decompile'

/** Text of a file of a package by its path. */
export type Files = ReadonlyMap<string, string>

/**
 * The schemas of kubernetes-models or a package like it by the names of their files: `_schemas/*.js` hold all but
 * the descriptions and the fields that are themselves called `description`; those two stand in the .d.ts files.
 */
export const readModelPackage = (files: Files): ReadonlyMap<string, JsonSchema> => {
  const schemas = new Map<string, JsonSchema>()
  for (const [path, code] of files) {
    const [, name] = /^_schemas\/(\w+)\.js$/.exec(path) ?? []
    if (name !== undefined) schemas.set(name, decompile(code))
  }
  for (const [path, text] of files) {
    if (!path.endsWith('.d.ts')) continue
    for (const declaration of declarations(text)) {
      const name = schemaName(declaration, path)
      const schema = schemas.get(name)
      if (schema) schemas.set(name, documented(schema, declaration))
    }
  }
  return schemas
}

/**
 * `IPod` is exported as `IIoK8sApiCoreV1Pod`, whose schema is IoK8sApiCoreV1Pod; in packages that were made from
 * manifests the folder tells: networking.istio.io/v1/Gateway is NetworkingIstioIoV1Gateway.
 */
const schemaName = ({ form, name, aliases }: Declaration, path: string): string => {
  if ((form !== 'interface' && form !== 'alias') || !/^I[a-zA-Z]/.test(name)) return ''
  const [alias] = aliases
  if (alias !== undefined) return alias.slice(1)
  const words = path.replace('.d.ts', '').split(/[^A-Za-z0-9]+/)
  return name.slice(1) === words.at(-1) ? words.map((word) => word.replace(/^./, upper)).join('') : ''
}

const upper = (letter: string): string => letter.toUpperCase()

const documented = (schema: JsonSchema, { doc, members, type }: Declaration): JsonSchema => ({
  ...(type ? withType(schema, type) : withMembers(schema, members)),
  ...(doc.text && { description: plain(doc.text) }),
})

/** `*` and the `/` behind it are escaped in comments. */
const plain = (text: string): string => text.replace(/\\([*/])/g, '$1')

const withMembers = (schema: JsonSchema, members: readonly Member[]): JsonSchema => {
  const properties = new Map(schema.properties)
  for (const { name, type, doc } of members) {
    const property = properties.get(name) ?? (name === 'description' ? schemaOf(type) : undefined)
    if (!property) continue
    properties.set(name, {
      ...withType(property, type),
      ...(doc.text && { description: plain(doc.text) }),
    })
  }
  return properties.size > 0 ? { ...schema, properties } : schema
}

/** What a field called `description` may be: text, or a type of the package. */
const schemaOf = (type: WrittenType): JsonSchema => {
  if (type.is === 'string') return { type: 'string' }
  return type.is === 'named' ? { ref: type.name.slice(1) } : {}
}

/** A schema with the comments inside the type that describes the same. */
const withType = (schema: JsonSchema, type: WrittenType): JsonSchema => {
  switch (type.is) {
    case 'object':
      return withMembers(schema, type.members)
    case 'list':
      return schema.items ? { ...schema, items: withType(schema.items, type.of) } : schema
    case 'map':
      return schema.values ? { ...schema, values: withType(schema.values, type.of) } : schema
    case 'union':
    case 'intersection': {
      // `{ … } & (Exclude<…> | …)`: the first part has all fields, the others say which may be together.
      const [first] = type.of.filter(({ is }) => is !== 'named' && is !== 'other')
      return first ? withType(schema, first) : schema
    }
    default:
      return schema
  }
}
