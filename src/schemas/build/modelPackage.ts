import { declarations, type Declaration, type Member, type DeclaredType } from './declarations'
import { decompile } from './decompile'
import type { JsonSchema, JsonSchemas } from './jsonSchema'
import type { PackageFiles } from './packageFiles'

/**
 * The schemas of kubernetes-models, or of a package of the same generator, by the names of their files. `_schemas/*.js`
 * hold everything but descriptions and fields that are themselves named `description`; both are in the .d.ts files.
 */
export const readModelPackage = (files: PackageFiles): JsonSchemas => {
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
      if (schema) schemas.set(name, withDeclaration(schema, declaration))
    }
  }
  return schemas
}

/**
 * The name of the schema that an interface describes. `IPod` is exported as `IIoK8sApiCoreV1Pod`, so its schema is
 * `IoK8sApiCoreV1Pod`. Packages that were generated from manifests have no such export; there, the folder has the name:
 * `networking.istio.io/v1/Gateway.d.ts` → `NetworkingIstioIoV1Gateway`.
 */
const schemaName = ({ form, name, aliases }: Declaration, path: string): string => {
  if ((form !== 'interface' && form !== 'alias') || !/^I[a-zA-Z]/.test(name)) return ''
  const [alias] = aliases
  if (alias !== undefined) return alias.slice(1)
  const words = path.replace('.d.ts', '').split(/[^A-Za-z0-9]+/)
  return name.slice(1) === words.at(-1) ? words.map((word) => word.replace(/^./, upper)).join('') : ''
}

const upper = (letter: string): string => letter.toUpperCase()

/** A schema with the descriptions that a declaration of the same type has. */
const withDeclaration = (schema: JsonSchema, { doc, members, type }: Declaration): JsonSchema => ({
  ...(type ? withType(schema, type) : withMembers(schema, members)),
  ...(doc.text && { description: unescaped(doc.text) }),
})

/** In comments, `*` and a `/` after it are escaped. */
const unescaped = (text: string): string => text.replace(/\\([*/])/g, '$1')

const withMembers = (schema: JsonSchema, members: readonly Member[]): JsonSchema => {
  const properties = new Map(schema.properties)
  for (const { name, type, doc } of members) {
    const property = properties.get(name) ?? (name === 'description' ? schemaOf(type) : undefined)
    if (!property) continue
    properties.set(name, {
      ...withType(property, type),
      ...(doc.text && { description: unescaped(doc.text) }),
    })
  }
  return properties.size > 0 ? { ...schema, properties } : schema
}

/** The schema of a field named `description`: text, or a type of the package. */
const schemaOf = (type: DeclaredType): JsonSchema => {
  if (type.is === 'string') return { type: 'string' }
  return type.is === 'named' ? { ref: type.name.slice(1) } : {}
}

/** A schema with the descriptions inside the corresponding type. */
const withType = (schema: JsonSchema, type: DeclaredType): JsonSchema => {
  switch (type.is) {
    case 'object':
      return withMembers(schema, type.members)
    case 'list':
      return schema.items ? { ...schema, items: withType(schema.items, type.of) } : schema
    case 'map':
      return schema.values ? { ...schema, values: withType(schema.values, type.of) } : schema
    case 'union':
    case 'intersection': {
      // `{ … } & (Exclude<…> | …)`: the first part has all fields, the others say which of them can be combined.
      const [first] = type.of.filter(({ is }) => is !== 'named' && is !== 'other')
      return first ? withType(schema, first) : schema
    }
    default:
      return schema
  }
}
