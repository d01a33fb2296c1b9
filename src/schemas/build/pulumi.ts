import { fractionalFields } from './cdk8s'
import {
  anyShape,
  reference,
  type Definition,
  type Definitions,
  type Property,
  type Shape,
} from './definition'
import { declarations, type Declaration, type DeclaredType } from './declarations'

/**
 * The definitions from `types/input.d.ts` of @pulumi/kubernetes, one namespace for each group and version. They are the
 * union of all Kubernetes versions up to the package's own, without lists and reviews. Quantities and times are plain
 * strings.
 */
export const readPulumi = (types: string): Definitions => {
  const interfaces = declarations(types).filter(
    ({ form, name }) => form === 'interface' && name.includes('.'),
  )
  const names = new Set(interfaces.map(({ name }) => name))
  const definitions = new Map<string, Definition>()
  for (const declaration of interfaces) {
    const base = declaration.name.replace(/Patch$/, '')
    // Pulumi generates a second type for each definition, for server-side apply.
    if (base !== declaration.name && names.has(base)) continue
    definitions.set(fullName(declaration.name), definitionOf(declaration))
  }
  return definitions
}

const groupPrefixes: ReadonlyMap<string, string> = new Map([
  ['meta', 'io.k8s.apimachinery.pkg.apis.meta'],
  ['apiextensions', 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions'],
  ['apiregistration', 'io.k8s.kube-aggregator.pkg.apis.apiregistration'],
])

/** `apps.v1.Deployment` → `io.k8s.api.apps.v1.Deployment` */
const fullName = (name: string): string => {
  const [group = '', ...rest] = name.split('.')
  return [groupPrefixes.get(group) ?? `io.k8s.api.${group}`, ...rest].join('.')
}

const definitionOf = ({ members, doc }: Declaration): Definition => {
  const literal = (field: string): string | undefined => {
    const type = unwrapped(members.find(({ name }) => name === field)?.type)
    return type?.is === 'literal' ? type.value : undefined
  }
  const version = literal('apiVersion')
  const kind = literal('kind')
  return {
    kinds: version !== undefined && kind !== undefined ? [`${version}/${kind}`] : [],
    ...(doc.text && { description: doc.text }),
    required: members.filter(({ optional }) => !optional).map(({ name }) => name),
    properties: new Map(
      members.map((member): [string, Property] => {
        const shape = shapeOf(member.type, member.name)
        return [member.name, { shape, ...(member.doc.text && { description: member.doc.text }) }]
      }),
    ),
  }
}

/** `pulumi.Input<T | undefined>` → T */
const unwrapped = (type: DeclaredType | undefined): DeclaredType | undefined => {
  if (type?.is === 'named' && type.name.startsWith('pulumi.')) return unwrapped(type.arguments[0])
  if (type?.is !== 'union') return type
  const rest = type.of.filter(({ is }) => is !== 'undefined')
  return rest.length === 1 ? unwrapped(rest[0]) : { is: 'union', of: rest }
}

const shapeOf = (declared: DeclaredType, field: string): Shape => {
  const type = unwrapped(declared)
  switch (type?.is) {
    case 'string':
    case 'boolean':
      return { is: type.is }
    case 'literal':
      return { is: 'string' }
    case 'number':
      return { is: fractionalFields.has(field) ? 'number' : 'integer' }
    case 'list':
    case 'map':
      return { is: type.is, of: shapeOf(type.of, '') }
    case 'union':
      return shapeOfUnion(type.of)
    case 'named':
      if (type.name.startsWith('inputs.')) return reference(fullName(type.name.slice('inputs.'.length)))
      return type.name.startsWith('enums.') ? { is: 'string' } : anyShape
    default:
      return anyShape
  }
}

/** `number | string` is an int-or-string, `string | enums.…` a string with suggested values. */
const shapeOfUnion = (types: readonly DeclaredType[]): Shape => {
  const forms = types.map((type) => type.is)
  if (forms.includes('number') && forms.includes('string')) return { is: 'intOrString' }
  return forms.includes('string') && forms.includes('named') ? { is: 'string' } : anyShape
}
