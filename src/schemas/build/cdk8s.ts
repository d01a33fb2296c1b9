import { any, reference, type Definition, type Definitions, type Property, type Shape } from './definition'
import { declarations, type Declaration, type WrittenType } from './declarations'

/** The only fields of the whole API that hold fractions: those of JSONSchemaProps. */
export const fractions: ReadonlySet<string> = new Set(['maximum', 'minimum', 'multipleOf'])

/**
 * Definitions of one Kubernetes minor from cdk8s-plus-NN: `lib/imports/k8s.d.ts` names the definition of every
 * interface and property in a @schema tag, `k8s.js` holds group, version and kind.
 * Not in the package: formats of numbers, status, and the second of two definitions that share a class name.
 */
export const readCdk8s = (types: string, code: string): Definitions => {
  const named = declarations(types).filter(({ doc }) => doc.tags.has('schema'))
  const byName = new Map(named.map((declaration) => [declaration.name, declaration]))
  const kinds = kindsIn(code)
  const definitions = new Map<string, Definition>()
  for (const declaration of named) {
    const id = schemaOf(declaration)
    if (declaration.form === 'enum' || /^(IntOrString|Quantity)$/.test(declaration.name)) continue
    const served = kinds.get(id) ?? []
    const own = propertiesOf(declaration, byName)
    if (declaration.form === 'class' && definitions.has(id)) continue
    const typeMeta: readonly (readonly [string, Property])[] = [
      ['apiVersion', { shape: { is: 'string' } }],
      ['kind', { shape: { is: 'string' } }],
    ]
    definitions.set(id, {
      kinds: served,
      ...(declaration.doc.text && { description: declaration.doc.text }),
      required: required(declaration),
      properties: new Map([...(served.length > 0 ? typeMeta : []), ...own]),
    })
  }
  return definitions
}

const schemaOf = ({ doc }: Pick<Declaration, 'doc'>): string => doc.tags.get('schema') ?? ''

/** The name in the @schema tag: the class may spell it otherwise (`ref` for `$ref`). */
const fieldOf = ({ name, doc }: Declaration['members'][number]): string =>
  doc.tags.get('schema')?.split('#')[1] ?? name

const required = ({ form, members }: Declaration): readonly string[] =>
  form === 'interface' ? members.filter(({ optional }) => !optional).map(fieldOf) : []

const propertiesOf = (
  { form, members }: Declaration,
  byName: ReadonlyMap<string, Declaration>,
): readonly (readonly [string, Property])[] => {
  if (form !== 'interface') return []
  return members.map((member) => {
    const field = fieldOf(member)
    const shape = shapeOf(member.type, field, byName)
    return [field, { shape, ...(member.doc.text && { description: member.doc.text }) }]
  })
}

const shapeOf = (type: WrittenType, field: string, byName: ReadonlyMap<string, Declaration>): Shape => {
  switch (type.is) {
    case 'string':
    case 'boolean':
      return { is: type.is }
    case 'number':
      return { is: fractions.has(field) ? 'number' : 'integer' }
    case 'list':
    case 'map':
      return { is: type.is, of: shapeOf(type.of, '', byName) }
    case 'named': {
      if (type.name === 'Date') return { is: 'string', format: 'date-time' }
      const declaration = byName.get(type.name)
      if (!declaration) throw new Error(`The type ${type.name} of the field ${field} is not declared`)
      if (declaration.form === 'enum') return { is: 'string', values: declaration.values }
      return reference(schemaOf(declaration))
    }
    default:
      return any
  }
}

/** `Returns the apiVersion and kind for "<definition>"` stands above each `GVK = { apiVersion: …, kind: … }`. */
const kindsIn = (code: string): ReadonlyMap<string, readonly string[]> => {
  const statement =
    /Returns the apiVersion and kind for "([^"]+)"[^]{0,200}?GVK\s*=\s*\{\s*apiVersion: '([^']*)',\s*kind: '([^']*)'/g
  return new Map(
    [...code.matchAll(statement)].map(([, id = '', version = '', kind = '']) => [id, [`${version}/${kind}`]]),
  )
}
