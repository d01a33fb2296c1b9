import { parseSync, type ESTree } from 'vite'
import type { JsonSchema } from './jsonSchema'

/**
 * The JSON Schema from which ajv compiled a standalone validator (`_schemas/*.js` of kubernetes-models). Every node of
 * the schema is a function: the errors that it can report are the node's keywords, the functions that it calls are the
 * node's children. The result has no descriptions and no fields named `description`, which no validator checks. Throws
 * for code of another form and for unsupported keywords.
 */
export const decompile = (code: string): JsonSchema => {
  const scope = scopeOf(code)
  const schemas = new Map<string, JsonSchema>()
  const schemaOf = (name: string): JsonSchema => {
    const imported = scope.imports.get(name)
    if (imported !== undefined) return { ref: imported }
    const cached = schemas.get(name)
    if (cached) return cached
    const body = scope.functions.get(name)
    if (!body) throw new Error(`The validator calls ${name}, which is not in the file`)
    const schema = schemaNode(body, scope, schemaOf)
    schemas.set(name, schema)
    return schema
  }
  return schemaOf(scope.root)
}

type Node = { readonly type: string }
type Scope = {
  readonly root: string
  readonly functions: ReadonlyMap<string, Node>
  readonly constants: ReadonlyMap<string, ESTree.Expression>
  /** The name of the schema's file by the local name of its import. */
  readonly imports: ReadonlyMap<string, string>
}

const scopeOf = (code: string): Scope => {
  const { program, errors } = parseSync('validator.js', code, { lang: 'js', sourceType: 'module' })
  if (errors[0]) throw new Error(`Invalid validator code: ${errors[0].message}`)
  const functions = new Map<string, Node>()
  const constants = new Map<string, ESTree.Expression>()
  const imports = new Map<string, string>()
  let root = ''
  const declare = (statement: ESTree.Directive | ESTree.Statement): void => {
    if (statement.type === 'ImportDeclaration') {
      const [, file] = /(?:_schemas|^\.)\/(\w+)(?:\.m?js)?$/.exec(statement.source.value) ?? []
      for (const { local } of statement.specifiers) if (file !== undefined) imports.set(local.name, file)
    } else if (statement.type === 'ExportNamedDeclaration') {
      if (statement.declaration?.type === 'VariableDeclaration') {
        const [first] = statement.declaration.declarations
        if (first?.init?.type === 'Identifier') root = first.init.name
        else declare(statement.declaration)
      } else if (statement.declaration) declare(statement.declaration)
    } else if (statement.type === 'FunctionDeclaration') {
      if (statement.id && statement.body) functions.set(statement.id.name, statement.body)
    } else if (statement.type === 'VariableDeclaration') {
      for (const { id, init } of statement.declarations) {
        if (id.type !== 'Identifier' || !init) continue
        if (init.type === 'FunctionExpression' && init.body) functions.set(id.name, init.body)
        else constants.set(id.name, init)
      }
    }
  }
  program.body.forEach(declare)
  return { root: root || 'validate', functions, constants, imports }
}

type Call = { readonly name: string; readonly argument: ESTree.Node }

/** The schema of one function, from the errors and calls anywhere in its body, in the order of the code. */
const schemaNode = (body: Node, scope: Scope, schemaOf: (name: string) => JsonSchema): JsonSchema => {
  const errors: Keyword[] = []
  const calls: Call[] = []
  const nullChecks: ESTree.Node[] = []
  const combinations = new Map<Combinator, readonly Call[]>()
  let branches: Call[] = []
  const visit = (child: ESTree.Node): void => {
    const keyword = child.type === 'ObjectExpression' ? keywordOf(child, scope) : undefined
    if (keyword) {
      errors.push(keyword)
      if (!isCombinator(keyword.name)) return
      combinations.set(keyword.name, branches)
      branches = []
      return
    }
    if (
      child.type === 'CallExpression' &&
      child.callee.type === 'Identifier' &&
      child.arguments.length === 2
    ) {
      const [argument] = child.arguments
      const { name } = child.callee
      if (argument && (scope.functions.has(name) || scope.imports.has(name)))
        (argument.type === 'Identifier' ? branches : calls).push({ name, argument })
    }
    if (child.type === 'BinaryExpression' && isNull(child.left) && isData(child.right)) nullChecks.push(child)
    children(child).forEach(visit)
  }
  children(body).forEach(visit)
  const own = {
    ...keywords(errors),
    ...(nullChecks.length > 0 && { nullable: true }),
    ...childSchemas(calls, schemaOf),
  }
  return withBranches(own, combinations, branches, schemaOf)
}

const children = (node: Node): ESTree.Node[] =>
  Object.values(node).flatMap((value: unknown) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
      (entry): entry is ESTree.Node =>
        typeof entry === 'object' && entry !== null && 'type' in entry && typeof entry.type === 'string',
    ),
  )

const isNull = (node: ESTree.Node): boolean => node.type === 'Literal' && node.value === null
const isData = (node: ESTree.Node): boolean => node.type === 'Identifier' && node.name === 'data'

type Keyword = { readonly name: string; readonly params: ReadonlyMap<string, unknown> }

/** The keyword of an error object: `{ …, keyword: 'required', params: { missingProperty: 'spec' } }`. */
const keywordOf = (object: ESTree.ObjectExpression, scope: Scope): Keyword | undefined => {
  const fields = entries(object)
  const name = fields.get('keyword')
  if (name?.type !== 'Literal' || typeof name.value !== 'string') return undefined
  const params = fields.get('params')
  const values = params?.type === 'ObjectExpression' ? entries(params) : new Map<string, ESTree.Expression>()
  return {
    name: name.value,
    params: new Map([...values].map(([key, expression]) => [key, valueOf(expression, scope)])),
  }
}

const entries = (object: ESTree.ObjectExpression): Map<string, ESTree.Expression> =>
  new Map(
    object.properties.flatMap((property) => {
      if (property.type !== 'Property') return []
      const key = property.key.type === 'Identifier' ? property.key.name : undefined
      return key === undefined ? [] : [[key, property.value] as const]
    }),
  )

const valueOf = (expression: ESTree.Expression, scope: Scope): unknown => {
  switch (expression.type) {
    case 'Literal':
      return expression.value
    case 'TemplateLiteral':
      return expression.quasis.map(({ value }) => value.cooked).join('')
    case 'UnaryExpression': {
      const value = valueOf(expression.argument, scope)
      if (expression.operator === '!') return !value
      return expression.operator === '-' ? -Number(value) : undefined
    }
    case 'ArrayExpression':
      return expression.elements.map((element) =>
        element && element.type !== 'SpreadElement' ? valueOf(element, scope) : undefined,
      )
    case 'Identifier': {
      const constant = scope.constants.get(expression.name)
      return constant && valueOf(constant, scope)
    }
    default:
      return undefined
  }
}

const supportedKeywords: ReadonlySet<string> = new Set([
  ...['type', 'format', 'pattern', 'enum', 'const', 'required', 'additionalProperties', 'uniqueItems'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength'],
  ...['minItems', 'maxItems', 'minProperties', 'maxProperties', 'anyOf', 'oneOf', 'not'],
])

const keywords = (errors: readonly Keyword[]): JsonSchema => {
  const unsupported = errors.find(({ name }) => !supportedKeywords.has(name))
  if (unsupported) throw new Error(`A validator has the unsupported keyword ${unsupported.name}`)
  const text = (name: string, param: string): string | undefined => {
    const value = errors.find((error) => error.name === name)?.params.get(param)
    return typeof value === 'string' ? value : undefined
  }
  const type = text('type', 'type')
  const format = text('format', 'format')
  const pattern = text('pattern', 'pattern')
  const values = errors.find(({ name }) => name === 'enum')?.params.get('allowedValues')
  const constant = errors.find(({ name }) => name === 'const')
  const required = errors
    .filter(({ name }) => name === 'required')
    .map(({ params }) => params.get('missingProperty'))
    // A Go struct that was embedded by mistake is a required field with an empty name.
    .filter((name): name is string => typeof name === 'string' && name !== '')
  const limits = errors.flatMap(({ name, params }) => {
    const limit = params.get('limit') ?? params.get(name)
    return typeof limit === 'number' ? [[name, limit] as const] : []
  })
  return {
    ...(type !== undefined && { type }),
    ...(format !== undefined && { format }),
    ...(pattern !== undefined && { pattern }),
    ...(constant && { enum: [constant.params.get('allowedValue')] }),
    ...(Array.isArray(values) && { enum: values as unknown[] }),
    ...(required.length > 0 && { required: [...new Set(required)] }),
    ...(limits.length > 0 && { limits: Object.fromEntries(limits) }),
    ...(errors.some(({ name }) => name === 'additionalProperties') && { closed: true }),
    ...(errors.some(({ name }) => name === 'uniqueItems') && { uniqueItems: true }),
  }
}

/** `validate2(data.spec, …)` is the property spec, `validate2(data[i0], …)` an item, `validate2(data[key0], …)` a value. */
const childSchemas = (calls: readonly Call[], schemaOf: (name: string) => JsonSchema): JsonSchema => {
  const properties = new Map<string, JsonSchema>()
  let items: JsonSchema | undefined
  let values: JsonSchema | undefined
  for (const { name, argument } of calls) {
    if (argument.type !== 'MemberExpression') continue
    const { property } = argument
    if (property.type === 'Literal') properties.set(String(property.value), schemaOf(name))
    else if (property.type !== 'Identifier')
      throw new Error(`A validator reads an unsupported property: ${property.type}`)
    else if (!argument.computed) properties.set(property.name, schemaOf(name))
    else if (/^i\d+$/.test(property.name)) items = schemaOf(name)
    else values = schemaOf(name)
  }
  return { ...(properties.size > 0 && { properties }), ...(items && { items }), ...(values && { values }) }
}

type Combinator = 'not' | 'anyOf' | 'oneOf'

const isCombinator = (name: string): name is Combinator =>
  name === 'not' || name === 'anyOf' || name === 'oneOf'

/**
 * Adds the schemas that apply to the value itself. Calls before the error of a not, anyOf or oneOf are its branches;
 * `rest` are those of allOf, which comes last and has no error. A single schema in allOf and nothing else replaces the
 * node.
 */
const withBranches = (
  own: JsonSchema,
  combinations: ReadonlyMap<Combinator, readonly Call[]>,
  rest: readonly Call[],
  schemaOf: (name: string) => JsonSchema,
): JsonSchema => {
  const schemas = (calls: readonly Call[] | undefined) => calls?.map(({ name }) => schemaOf(name))
  const anyOf = schemas(combinations.get('anyOf'))
  const oneOf = schemas(combinations.get('oneOf'))
  const [not] = schemas(combinations.get('not')) ?? []
  const combined = { ...own, ...(anyOf && { anyOf }), ...(oneOf && { oneOf }), ...(not && { not }) }
  const allOf = rest.map(({ name }) => schemaOf(name))
  const [first] = allOf
  if (!first) return combined
  return allOf.length === 1 && Object.keys(combined).length === 0 ? first : { ...combined, allOf }
}
