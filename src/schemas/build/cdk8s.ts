import {
  anyShape,
  reference,
  type Definition,
  type Definitions,
  type Property,
  type Shape,
} from './definition'
import { declarations, type Declaration, type DeclaredType } from './declarations'

/** The only fields of the API that may have fractions. They are in JSONSchemaProps. */
export const fractionalFields: ReadonlySet<string> = new Set(['maximum', 'minimum', 'multipleOf'])

/**
 * The definitions of one Kubernetes minor version from cdk8s-plus-NN. `lib/imports/k8s.d.ts` names the definition of
 * every interface and property in a @schema tag, `k8s.js` holds group, version and kind. The package lacks number
 * formats, status, and one of any two definitions that share a class name.
 */
export const readCdk8s = (types: string, code: string): Definitions => {
  const tagged = declarations(types).filter(({ doc }) => doc.tags.has('schema'))
  const byClassName = new Map(tagged.map((declaration) => [declaration.name, declaration]))
  const kinds = kindsIn(code)
  const definitions = new Map<string, Definition>()
  for (const declaration of tagged) {
    const name = definitionName(declaration)
    if (declaration.form === 'enum' || /^(IntOrString|Quantity)$/.test(declaration.name)) continue
    const served = kinds.get(name) ?? []
    const fields = propertiesOf(declaration, byClassName)
    // A kind has a class and an interface with its fields; the interface wins.
    if (declaration.form === 'class' && definitions.has(name)) continue
    const typeMeta: readonly (readonly [string, Property])[] = [
      ['apiVersion', { shape: { is: 'string' } }],
      ['kind', { shape: { is: 'string' } }],
    ]
    definitions.set(name, {
      kinds: served,
      ...(declaration.doc.text && { description: declaration.doc.text }),
      required: requiredFields(declaration),
      properties: new Map([...(served.length > 0 ? typeMeta : []), ...fields]),
    })
  }
  return definitions
}

const definitionName = ({ doc }: Pick<Declaration, 'doc'>): string => doc.tags.get('schema') ?? ''

/** The field's name from its @schema tag: the class may spell it differently (`ref` for `$ref`). */
const fieldName = ({ name, doc }: Declaration['members'][number]): string =>
  doc.tags.get('schema')?.split('#')[1] ?? name

const requiredFields = ({ form, members }: Declaration): readonly string[] =>
  form === 'interface' ? members.filter(({ optional }) => !optional).map(fieldName) : []

const propertiesOf = (
  { form, members }: Declaration,
  byClassName: ReadonlyMap<string, Declaration>,
): readonly (readonly [string, Property])[] => {
  if (form !== 'interface') return []
  return members.map((member) => {
    const field = fieldName(member)
    const shape = shapeOf(member.type, field, byClassName)
    return [field, { shape, ...(member.doc.text && { description: member.doc.text }) }]
  })
}

const shapeOf = (type: DeclaredType, field: string, byClassName: ReadonlyMap<string, Declaration>): Shape => {
  switch (type.is) {
    case 'string':
    case 'boolean':
      return { is: type.is }
    case 'number':
      return { is: fractionalFields.has(field) ? 'number' : 'integer' }
    case 'list':
    case 'map':
      return { is: type.is, of: shapeOf(type.of, '', byClassName) }
    case 'named': {
      if (type.name === 'Date') return { is: 'string', format: 'date-time' }
      const declaration = byClassName.get(type.name)
      if (!declaration) throw new Error(`Field ${field} has the type ${type.name}, which is not declared`)
      if (declaration.form === 'enum') return { is: 'string', values: declaration.values }
      return reference(definitionName(declaration))
    }
    default:
      return anyShape
  }
}

/** Kinds by definition. A comment `Returns the apiVersion and kind for "<definition>"` precedes each `GVK = { … }`. */
const kindsIn = (code: string): ReadonlyMap<string, readonly string[]> => {
  const statement =
    /Returns the apiVersion and kind for "([^"]+)"[^]{0,200}?GVK\s*=\s*\{\s*apiVersion: '([^']*)',\s*kind: '([^']*)'/g
  return new Map(
    [...code.matchAll(statement)].map(([, name = '', apiVersion = '', kind = '']) => [
      name,
      [`${apiVersion}/${kind}`],
    ]),
  )
}
