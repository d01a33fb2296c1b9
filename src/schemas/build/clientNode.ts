import { anyShape, type Definition, type Definitions, type Property, type Shape } from './definition'
import { declarations } from './declarations'
import type { PackageFiles } from './packageFiles'

/**
 * The definitions from @kubernetes/client-node under the names of its classes. `attributeTypeMap` in models/*.js has the
 * fields with their formats, the .d.ts next to it says which are optional, and apis/*.js has the path that each class is
 * posted to. Quantities are plain strings. The package also carries models that are left over from older releases, so
 * a file only counts when its header names the same release as that of V1Pod. `files`: paths below `dist/gen`.
 */
export const readClientNode = (files: PackageFiles): Definitions => {
  const current = releaseOf(files.get('models/V1Pod.js') ?? '')
  if (current === undefined) throw new Error('models/V1Pod.js does not name its OpenAPI version')
  const definitions = new Map<string, Definition>()
  for (const [path, code] of files) {
    const [, name] = /^models\/(\w+)\.js$/.exec(path) ?? []
    if (name === undefined || releaseOf(code) !== current) continue
    const [, map] = /\.attributeTypeMap = (\[[^]*?\n\]);/.exec(code) ?? []
    const types = files.get(`models/${name}.d.ts`)
    if (map === undefined || types === undefined) continue
    definitions.set(name, definitionOf(JSON.parse(map) as Attribute[], types))
  }
  for (const [kind, name] of postedKinds(files, definitions)) {
    const definition = definitions.get(name)
    if (definition?.properties.has('apiVersion'))
      definitions.set(name, { ...definition, kinds: [...definition.kinds, kind] })
    const listName = [`${name}List`, `${name.replace(/^[A-Z][a-z]+(?=V\d)/, '')}List`].find((n) =>
      definitions.has(n),
    )
    const list = listName === undefined ? undefined : definitions.get(listName)
    if (list && listName !== undefined) definitions.set(listName, { ...list, kinds: [`${kind}List`] })
  }
  return definitions
}

type Attribute = {
  readonly name: string
  readonly baseName: string
  readonly type: string
  readonly format: string
}

const releaseOf = (code: string): string | undefined =>
  /OpenAPI spec version: *([^\s*]+)/.exec(code.slice(0, 900))?.[1]

const definitionOf = (attributes: readonly Attribute[], types: string): Definition => {
  const [declaration] = declarations(types).filter(({ form }) => form === 'class')
  const members = new Map(declaration?.members.map((member) => [member.name, member]))
  return {
    kinds: [],
    ...(declaration?.doc.text && { description: unescaped(declaration.doc.text) }),
    required: attributes
      .filter(({ name }) => members.get(name)?.optional === false)
      .map(({ baseName }) => baseName),
    properties: new Map(
      attributes.map(({ name, baseName, type, format }): [string, Property] => {
        const text = members.get(name)?.doc.text
        return [baseName, { shape: shapeOf(type, format), ...(text && { description: unescaped(text) }) }]
      }),
    ),
  }
}

const unescaped = (text: string): string => text.replace(/\\(['"\\])/g, '$1').replace(/\*_\//g, '*/')

const scalars: Readonly<Record<string, Shape>> = {
  boolean: { is: 'boolean' },
  any: anyShape,
  object: anyShape,
  Date: { is: 'string', format: 'date-time' },
  V1MicroTime: { is: 'string', format: 'date-time' },
  IntOrString: { is: 'intOrString' },
  HttpFile: { is: 'string', format: 'byte' },
  'Set<string>': { is: 'list', of: { is: 'string' } },
}

const shapeOf = (type: string, format: string): Shape => {
  const [, item] = /^Array<(.*)>$/.exec(type) ?? []
  if (item !== undefined) return { is: 'list', of: shapeOf(item, format) }
  const [, value] = /^\{ \[key: string\]: (.*?);? \}$/.exec(type) ?? []
  if (value !== undefined) return { is: 'map', of: shapeOf(value, format) }
  const formatted = format === 'int32' || format === 'int64' || format === 'byte' ? { format } : {}
  if (type === 'string') return { is: 'string', ...formatted }
  if (type === 'number') return format === 'double' ? { is: 'number' } : { is: 'integer', ...formatted }
  return scalars[type] ?? { is: 'reference', to: type }
}

/** `V1Pod` → `Pod`; `CoreV1Event` → `Event`, where the group keeps two classes of the same kind apart. */
export const kindOfClass = (name: string): string => name.replace(/^([A-Z][a-z]+)?V\d+((alpha|beta)\d+)?/, '')

/** The kinds that can be created, except as a subresource such as `pods/{name}/binding`, with their class. */
const postedKinds = (files: PackageFiles, definitions: Definitions): ReadonlyMap<string, string> => {
  const kinds = new Map<string, string>()
  for (const [path, code] of files) {
    if (!/^apis\/\w+\.js$/.test(path)) continue
    for (const request of code.split('localVarPath = ').slice(1)) {
      const [, group, version] =
        /^'\/apis?(?:\/([^/]+))?\/(v[^/]+)\/(?:namespaces\/\{namespace\}\/)?[^/{]+'/.exec(request) ?? []
      const [, name] = /ObjectSerializer\.serialize\(body, "(\w+)"/.exec(request) ?? []
      if (version === undefined || name === undefined || !request.includes('HttpMethod.POST')) continue
      if (!definitions.has(name)) continue
      const kind = kindOfClass(name)
      kinds.set([...(group === undefined ? [] : [group]), version, kind].join('/'), name)
    }
  }
  return kinds
}
