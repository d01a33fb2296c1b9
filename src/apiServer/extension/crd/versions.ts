import type { Path } from '../../../engine/model/path'
import { canonicalJson, type Json, type JsonObject } from '../../../engine/model/json'
import type { Hint, Answer } from '../../answer'
import { root, type Place } from '../../place'
import { has, isTrueAt, listAt, objectAt, textAt } from '../../read'
import { byteLength, choice, duplicate, invalid, oneOf, quoted, remove, required, tooMany } from '../../say'
import { validateDefaults } from './defaults'
import { schemaAtPath } from './fieldPath'
import { warnFormats } from './formats'
import { validateRules } from './compiledRules'
import { validateOpenApi, validateRoot } from './openApi'
import { isUnstructured } from './schemaParts'
import { validateStructural } from './structural'

const place = root.child('spec', 'versions')

/** The gate CustomResourceFieldSelectors is on since 1.31. */
const selectableSince = 31

/** The fields of versions that the server moves to the spec when they are the same in all versions. */
const movable = { schema: 'validation', subresources: '', additionalPrinterColumns: '', selectableFields: '' }

/**
 * What is said of the parts of versions. The server names those that all versions have in common as they were called in
 * `v1beta1`, and speaks of them once: `spec.validation`, `spec.subresources`.
 * Source: apiextensions/v1/conversion.go, `validateCustomResourceDefinitionVersion`.
 */
export function validateVersions(spec: JsonObject, answer: Answer): void {
  const versions = listAt(spec, 'versions')
  const isShared = (field: string): boolean =>
    new Set(versions.map((version) => canonicalJson(valueOf(version, field)))).size === 1
  const shared = new Set(Object.keys(movable).filter(isShared))
  const anyStatus = versions.some((version) => has(objectAt(version, 'subresources'), 'status'))
  versions.forEach((version, index) => {
    const at = place.index(index)
    /** Where a field is, for the server; undefined when it was already spoken of. */
    const placeOf = (field: keyof typeof movable): Place | undefined => {
      const here = at.child(field)
      if (!shared.has(field)) return here
      return index === 0 ? here.spelled(`spec.${movable[field] || field}`) : undefined
    }
    validateDeprecation(version, at, answer)
    const schema = objectAt(objectAt(version, 'schema'), 'openAPIV3Schema')
    const schemaPlace = placeOf('schema')?.child('openAPIV3Schema')
    const hasSchema = has(objectAt(version, 'schema'), 'openAPIV3Schema')
    if (hasSchema && schemaPlace) {
      const hasStatus = shared.has('schema') ? anyStatus : has(objectAt(version, 'subresources'), 'status')
      validateSchema(schema, hasStatus, schemaPlace, answer)
    } else if (!hasSchema)
      required(
        answer,
        at.child('schema', 'openAPIV3Schema'),
        `The version ${textAt(version, 'name')} has no schema.`,
      )
    const subresources = placeOf('subresources')
    if (subresources) validateScale(objectAt(version, 'subresources'), subresources, answer)
    const columns = placeOf('additionalPrinterColumns')
    if (columns)
      listAt(version, 'additionalPrinterColumns').forEach((column, i) =>
        validateColumn(column, columns.index(i), answer),
      )
    const selectable = placeOf('selectableFields')
    if (!selectable || !answer.isFrom(selectableSince) || !has(version, 'selectableFields')) return
    if (!hasSchema && listAt(version, 'selectableFields').length > 0)
      invalid(answer, selectable, 'Selectable fields need a schema.', 'invalid-json-path')
    else validateSelectable(listAt(version, 'selectableFields'), schema, selectable, answer)
  })
}

const valueOf = (version: Json, field: string): Json =>
  has(version, field)
    ? listAt(version, field).length > 0
      ? listAt(version, field)
      : objectAt(version, field)
    : null

/** Source: `validateDeprecationWarning`. */
function validateDeprecation(version: Json, at: Place, answer: Answer): void {
  if (!has(version, 'deprecationWarning')) return
  const text = textAt(version, 'deprecationWarning')
  const here = at.child('deprecationWarning')
  const refuse = (message: string): void => invalid(answer, here, message, 'invalid-message')
  if (!isTrueAt(version, 'deprecated'))
    invalid(
      answer,
      here,
      'Only a version with deprecated: true can have a deprecationWarning.',
      'field-not-allowed',
      remove,
    )
  if (text === '') refuse('The deprecationWarning of a version is empty.')
  if (byteLength(text) > 256) refuse('The deprecationWarning of a version must have at most 256 bytes.')
  if (/[^\P{C}]|[\u2028\u2029]/u.test(text))
    refuse('The deprecationWarning of a version must have only printable characters.')
}

type Branch = { readonly next: Map<Path[number], Branch> }

/** Tells whether a path leads to one of some paths, or to something around it. */
function pathsAround(paths: readonly Path[]): (path: Path) => boolean {
  const start: Branch = { next: new Map() }
  for (const path of paths) {
    let branch = start
    for (const step of path) {
      const next = branch.next.get(step) ?? { next: new Map() }
      branch.next.set(step, next)
      branch = next
    }
  }
  return (path) => {
    let branch: Branch | undefined = paths.length > 0 ? start : undefined
    for (const step of path) branch = branch?.next.get(step)
    return branch !== undefined
  }
}

/** Source: `validateCustomResourceDefinitionValidation`. */
function validateSchema(schema: JsonObject, hasStatus: boolean, at: Place, answer: Answer): void {
  const before = answer.causes.length
  validateRoot(schema, hasStatus, at, answer)
  const isOpaque = isUnstructured(schema)
  const count = answer.causes.length
  if (!isOpaque) {
    validateStructural(schema, at, answer)
    if (answer.causes.length === count) validateDefaults(schema, true, at, answer)
  }
  const isStructural = !isOpaque && answer.causes.length === count
  const beforeOpenApi = answer.causes.length
  validateOpenApi(schema, at, answer)
  if (isStructural) {
    const isWrong = pathsAround(answer.causes.slice(beforeOpenApi).map(({ place: { path } }) => path))
    const isSound = ({ path }: Place): boolean => !isWrong(path)
    validateRules(schema, at, isSound, answer)
  }
  if (isOpaque && answer.causes.length === before)
    invalid(
      answer,
      at,
      'The schema uses a keyword that the API server does not support, such as $schema.',
      'invalid-schema',
    )
  warnFormats(schema, at, answer)
}

/** The path of a template, `{.spec.a}`, or one without a dot, as a JSON path here is written. */
function dotted(path: string): Hint | undefined {
  const bare = path.replace(/^\{(.*)\}$/, '$1')
  return /^\.?[A-Za-z]/.test(bare)
    ? { kind: 'set', value: bare.startsWith('.') ? bare : `.${bare}` }
    : undefined
}

const isSimplePath = (path: string): boolean => path.startsWith('.')

/** Source: `ValidateCustomResourceDefinitionSubresources`. */
function validateScale(subresources: JsonObject, at: Place, answer: Answer): void {
  if (!has(subresources, 'scale')) return
  const scale = objectAt(subresources, 'scale')
  const rows = [
    ['specReplicasPath', ['.spec.'], true],
    ['statusReplicasPath', ['.status.'], true],
    ['labelSelectorPath', ['.status.', '.spec.'], false],
  ] as const
  for (const [field, beginnings, isNeeded] of rows) {
    const path = textAt(scale, field)
    const here = at.child('scale', field)
    if (path === '') {
      if (isNeeded) required(answer, here, `The subresource scale has no ${field}.`)
    } else if (!beginnings.some((beginning) => path.startsWith(beginning)))
      invalid(
        answer,
        here,
        `The ${field} ${quoted(path)} must begin with ${choice(beginnings)}.`,
        'invalid-json-path',
      )
  }
}

const columnTypes = ['boolean', 'date', 'integer', 'number', 'string']
const columnFormats = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password']

/** Source: `ValidateCustomResourceColumnDefinition`. */
function validateColumn(column: Json, at: Place, answer: Answer): void {
  const name = textAt(column, 'name')
  const type = textAt(column, 'type')
  const format = textAt(column, 'format')
  const path = textAt(column, 'jsonPath')
  const as = { reason: 'FieldValueInvalid' } as const
  const pathPlace = at.child('jsonPath').spelled(`${at.field}.JSONPath`)
  if (name === '') required(answer, at.child('name'), 'A printer column has no name.')
  if (type === '') required(answer, at.child('type'), `The printer column ${name} has no type.`)
  else oneOf(answer, at.child('type'), `The type of the printer column ${name}`, type, columnTypes, as)
  if (format !== '')
    oneOf(answer, at.child('format'), `The format of the printer column ${name}`, format, columnFormats, as)
  if (path === '') required(answer, pathPlace, `The printer column ${name} has no jsonPath.`)
  else if (!isSimplePath(path))
    invalid(
      answer,
      pathPlace,
      `The jsonPath ${quoted(path)} of the printer column ${name} must begin with “.”.`,
      'invalid-json-path',
      dotted(path),
    )
}

/** Source: `ValidateCustomResourceSelectableFields`. */
function validateSelectable(fields: readonly Json[], schema: JsonObject, at: Place, answer: Answer): void {
  const paths = fields.map((field) => textAt(field, 'jsonPath'))
  const found = new Set<string>()
  paths.forEach((path, index) => {
    const here = at.index(index).child('jsonPath')
    const refuse = (message: string): void =>
      invalid(answer, here, `The selectable field ${quoted(path)} ${message}`, 'invalid-json-path')
    if (path === '') return required(answer, here, 'A selectable field has no jsonPath.')
    const target = schemaAtPath(schema, path, false)
    if (!target) return refuse('must be a field of the schema.')
    if (/^\.metadata\b|^\[['"]metadata['"]\]/.test(path)) refuse('must not be a field of metadata.')
    if (!['string', 'boolean', 'integer'].includes(textAt(target, 'type')))
      refuse('must be of type string, boolean or integer.')
    if (found.has(path)) duplicate(answer, here, `The selectable field ${quoted(path)} is listed twice.`)
    found.add(path)
  })
  if (found.size > 8) tooMany(answer, at, 'The selectable fields', 8)
}
