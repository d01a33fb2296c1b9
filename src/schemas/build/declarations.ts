import { parseSync, type ESTree } from 'vite'

/** A type in a declaration file. */
export type DeclaredType =
  | { readonly is: 'string' | 'number' | 'boolean' | 'undefined' | 'other' }
  | { readonly is: 'literal'; readonly value: string }
  | { readonly is: 'list' | 'map'; readonly of: DeclaredType }
  | { readonly is: 'union' | 'intersection'; readonly of: readonly DeclaredType[] }
  | { readonly is: 'object'; readonly members: readonly Member[] }
  | { readonly is: 'named'; readonly name: string; readonly arguments: readonly DeclaredType[] }

type Doc = { readonly text: string; readonly tags: ReadonlyMap<string, string> }

export type Member = {
  readonly name: string
  readonly optional: boolean
  readonly type: DeclaredType
  readonly doc: Doc
}

export type Declaration = {
  readonly form: 'interface' | 'class' | 'enum' | 'alias'
  /** With its namespaces: `apps.v1.Deployment`. */
  readonly name: string
  /** Other names under which the file exports it. */
  readonly aliases: readonly string[]
  readonly doc: Doc
  readonly members: readonly Member[]
  /** The values of an enum. */
  readonly values: readonly string[]
  /** The type that an alias stands for. */
  readonly type?: DeclaredType
}

/**
 * The interfaces, classes, enums and type aliases of a .d.ts file. Only supports what the generators of the packages
 * write; a type that has no equivalent in JSON is `other`. Throws for a file with syntax errors.
 */
export const declarations = (text: string): readonly Declaration[] => {
  const { program, comments, errors } = parseSync('source.d.ts', text, { lang: 'dts', sourceType: 'module' })
  if (errors[0]) throw new Error(`Invalid declaration file: ${errors[0].message}`)
  const ends = new Map(comments.map((comment) => [comment.end, comment.value]))
  const docAt = (start: number): Doc => {
    let end = start
    while (end > 0 && text.charCodeAt(end - 1) <= 32) end -= 1
    const comment = ends.get(end)
    return comment?.startsWith('*') ? parseDoc(comment.slice(1)) : { text: '', tags: new Map() }
  }
  const aliases = program.body.flatMap(aliasesIn)
  return program.body
    .flatMap((statement) => declared(statement, '', docAt))
    .map((declaration) => ({
      ...declaration,
      aliases: aliases.filter(([local]) => local === declaration.name).map(([, alias]) => alias),
    }))
}

type DocAt = (start: number) => Doc
type Statement = ESTree.Directive | ESTree.Statement

/** `export type { IPod as IIoK8sApiCoreV1Pod }` */
const aliasesIn = (statement: Statement): readonly (readonly [local: string, alias: string])[] =>
  statement.type !== 'ExportNamedDeclaration'
    ? []
    : statement.specifiers.flatMap(({ local, exported }) =>
        local.type === 'Identifier' && exported.type === 'Identifier'
          ? [[local.name, exported.name] as const]
          : [],
      )

const declared = (
  statement: Statement,
  namespace: string,
  docAt: DocAt,
): readonly Omit<Declaration, 'aliases'>[] => {
  const node =
    statement.type === 'ExportNamedDeclaration' && statement.declaration ? statement.declaration : statement
  const doc = (): Doc => docAt(statement.start)
  switch (node.type) {
    case 'TSModuleDeclaration': {
      const inner = `${namespace}${nameOf(node.id)}.`
      return node.body ? node.body.body.flatMap((child) => declared(child, inner, docAt)) : []
    }
    case 'TSInterfaceDeclaration': {
      const members = membersOf(node.body.body, docAt)
      return [{ form: 'interface', name: namespace + node.id.name, doc: doc(), members, values: [] }]
    }
    case 'ClassDeclaration': {
      const members = membersOf(node.body.body, docAt)
      return [{ form: 'class', name: namespace + (node.id?.name ?? ''), doc: doc(), members, values: [] }]
    }
    case 'TSEnumDeclaration': {
      const values = node.body.members.flatMap(({ initializer }) =>
        initializer?.type === 'Literal' && typeof initializer.value === 'string' ? [initializer.value] : [],
      )
      return [{ form: 'enum', name: namespace + node.id.name, doc: doc(), members: [], values }]
    }
    case 'TSTypeAliasDeclaration': {
      const type = declaredType(node.typeAnnotation, docAt)
      return [{ form: 'alias', name: namespace + node.id.name, doc: doc(), members: [], values: [], type }]
    }
    default:
      return []
  }
}

const membersOf = (members: readonly (ESTree.TSSignature | ESTree.ClassElement)[], docAt: DocAt): Member[] =>
  members.flatMap((member) => {
    if (member.type !== 'TSPropertySignature' && member.type !== 'PropertyDefinition') return []
    if (member.type === 'PropertyDefinition' && member.static) return []
    const name = member.key.type === 'Identifier' ? member.key.name : literalOf(member.key)
    if (name === undefined) return []
    const type = declaredType(member.typeAnnotation?.typeAnnotation, docAt)
    return [{ name, optional: member.optional === true, type, doc: docAt(member.start) }]
  })

const declaredType = (type: ESTree.TSType | undefined, docAt: DocAt): DeclaredType => {
  const declaredIn = (inner: ESTree.TSType): DeclaredType => declaredType(inner, docAt)
  switch (type?.type) {
    case 'TSStringKeyword':
      return { is: 'string' }
    case 'TSNumberKeyword':
      return { is: 'number' }
    case 'TSBooleanKeyword':
      return { is: 'boolean' }
    case 'TSUndefinedKeyword':
      return { is: 'undefined' }
    case 'TSParenthesizedType':
      return declaredIn(type.typeAnnotation)
    case 'TSArrayType':
      return { is: 'list', of: declaredIn(type.elementType) }
    case 'TSUnionType':
      return { is: 'union', of: type.types.map(declaredIn) }
    case 'TSIntersectionType':
      return { is: 'intersection', of: type.types.map(declaredIn) }
    case 'TSLiteralType': {
      const value = literalOf(type.literal)
      return value === undefined ? { is: 'other' } : { is: 'literal', value }
    }
    case 'TSTypeLiteral': {
      const index = type.members.find((member) => member.type === 'TSIndexSignature')
      return index
        ? { is: 'map', of: declaredIn(index.typeAnnotation.typeAnnotation) }
        : { is: 'object', members: membersOf(type.members, docAt) }
    }
    case 'TSTypeReference': {
      const name = nameOf(type.typeName)
      const types = type.typeArguments?.params.map(declaredIn) ?? []
      const [item] = types
      return name === 'Array' && item ? { is: 'list', of: item } : { is: 'named', name, arguments: types }
    }
    default:
      return { is: 'other' }
  }
}

const literalOf = (node: { readonly type: string; readonly value?: unknown }): string | undefined =>
  node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined

const nameOf = (name: ESTree.TSTypeName | ESTree.StringLiteral | ESTree.BindingIdentifier): string => {
  if (name.type === 'TSQualifiedName') return `${nameOf(name.left)}.${name.right.name}`
  return name.type === 'Identifier' ? name.name : 'value' in name ? name.value : 'this'
}

/** The text and the tags (`@schema io.k8s…`) of a comment, without the asterisks at the start of its lines. */
const parseDoc = (comment: string): Doc => {
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
  const tagged = lines.findIndex((line) => /^@\w/.test(line))
  const text = (tagged < 0 ? lines : lines.slice(0, tagged)).join('\n').trim()
  const tags = lines.flatMap((line) => {
    const [, tag, value] = /^@(\w+)\s*(.*)$/.exec(line) ?? []
    return tag === undefined || value === undefined ? [] : [[tag, value] as const]
  })
  return { text, tags: new Map(tags) }
}
