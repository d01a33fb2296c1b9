import { field, isList, isObject, isText, type Json, type JsonObject } from '../../engine/model/json'
import { escapeToken, unescapeToken } from '../../engine/model/jsonPointer'
import { summaryOf } from './jsonData'
import { draftOf, keywordError, subschemasOf, type Draft } from './metaschema'

/** Why a JSON Schema cannot be used: the message is a sentence for people. */
export class SchemaError extends Error {}

/** A part of a document with an id of its own, against which the references inside are resolved. */
type Resource = {
  readonly url: string
  readonly draft: Draft
  readonly root: JsonObject
  /** The JSON Pointer of `root`. */
  readonly path: string
  readonly anchors: Map<string, JsonObject>
}

type Location = { readonly path: string; readonly resource: Resource }

/** A stand-in for the URL of the file, which is unknown. */
const documentUrl = 'file:///schema.json'

/**
 * A JSON Schema document, in which every schema was checked against the rules of its draft. Resolves references. Throws
 * a SchemaError. Source: santhosh-tekuri/jsonschema v6.0.1 `roots.go`, `root.go`.
 */
export class SchemaDocument {
  readonly root: JsonObject
  readonly resources = new Map<string, Resource>()
  private readonly locations = new Map<JsonObject, Location>()

  constructor(source: unknown) {
    if (!isObject(source)) throw new SchemaError(`The schema must be an object, but is ${summaryOf(source)}.`)
    this.root = source
    this.visit(source, '', undefined)
  }

  /** The location of a schema in the document. */
  locationOf(schema: JsonObject): Location {
    const location = this.locations.get(schema)
    if (!location) throw new SchemaError('A part of the schema could not be located.')
    return location
  }

  /** The schema that a reference leads to; undefined for the drafts' own metaschemas, which are not in the document. */
  resolve(reference: string, from: JsonObject): Json | undefined {
    const { resource, path } = this.locationOf(from)
    const missing = new SchemaError(`${path}/$ref refers to ${reference}, which is not in the file.`)
    const hash = reference.indexOf('#')
    const url = joinUrl(hash < 0 ? reference : reference.slice(0, hash), resource.url)
    const fragment = hash < 0 ? '' : decodeFragment(reference.slice(hash + 1))
    const target = url === undefined ? undefined : this.resources.get(url)
    if (url !== undefined && !target && draftOf(url)) return undefined
    if (!target || fragment === undefined) throw missing
    const found = /^$|^\//.test(fragment)
      ? this.resolvePointer(fragment, target)
      : target.anchors.get(fragment)
    if (found === undefined) throw missing
    return found
  }

  /** The value at a JSON Pointer, which is then checked as a schema even where no keyword expects one. */
  private resolvePointer(pointer: string, resource: Resource): Json | undefined {
    let found: Json | undefined = resource.root
    let { path } = resource
    let parent = resource
    for (const token of pointer.split('/').slice(1)) {
      if (/~(?![01])/.test(token)) return undefined
      const key = unescapeToken(token)
      found = isList(found) ? (/^\d+$/.test(key) ? found[Number(key)] : undefined) : field(found, key)
      if (found === undefined) return undefined
      path = `${path}/${token}`
      if (isObject(found)) parent = this.locations.get(found)?.resource ?? parent
    }
    if (typeof found === 'boolean' && parent.draft === 4) throw notASchema(path, found)
    this.visit(found, path, parent)
    return found
  }

  private visit(json: Json, path: string, parent: Resource | undefined): void {
    if (typeof json === 'boolean') return
    if (!isObject(json)) throw notASchema(path, json)
    if (this.locations.has(json)) return
    const resource = this.resourceOf(json, path, parent)
    const error = keywordError(json, resource.draft)
    if (error !== undefined) throw new SchemaError(path + error)
    this.locations.set(json, { path, resource })
    this.addAnchors(json, path, resource)
    for (const [steps, subschema] of subschemasOf(json, resource.draft))
      this.visit(subschema, [path, ...steps.map(escapeToken)].join('/'), resource)
  }

  /** The resource that a schema belongs to: one of its own if it has an id, otherwise its parent's. */
  private resourceOf(schema: JsonObject, path: string, parent: Resource | undefined): Resource {
    const $schema = field(schema, '$schema')
    const ownDraft = isText($schema) ? draftOf($schema) : undefined
    const draft = ownDraft ?? parent?.draft ?? 4
    const id = idOf(schema, draft)
    if (parent && id === undefined) return parent
    if (isText($schema) && ownDraft === undefined)
      throw new SchemaError(
        `${path}/$schema must be a supported version of JSON Schema, but is ${summaryOf($schema)}.`,
      )
    const url = id === undefined ? documentUrl : joinUrl(id, parent?.url ?? documentUrl)
    if (url === undefined)
      throw new SchemaError(`${path}/${idKeyword(draft)} must be a URI, but is ${summaryOf(id)}.`)
    const resource = { url, draft, root: schema, path, anchors: new Map() }
    if (this.resources.has(url))
      throw new SchemaError(`${path} has the id ${id}, which is already used in the file.`)
    this.resources.set(url, resource)
    if (!parent) this.resources.set(documentUrl, resource)
    return resource
  }

  private addAnchors(schema: JsonObject, path: string, { draft, anchors }: Resource): void {
    for (const anchor of anchorsOf(schema, draft)) {
      if (anchors.has(anchor))
        throw new SchemaError(`${path} has the anchor ${anchor}, which is already used in the file.`)
      anchors.set(anchor, schema)
    }
  }
}

const notASchema = (path: string, json: Json): SchemaError =>
  new SchemaError(`${path} must be a schema, but is ${summaryOf(json)}.`)

/** Before 2019, all keywords next to `$ref` are ignored. */
const ignoresKeywords = (schema: JsonObject, draft: Draft): boolean =>
  draft < 2019 && Object.hasOwn(schema, '$ref')

const idKeyword = (draft: Draft): string => (draft === 4 ? 'id' : '$id')

/** The id of a schema without its fragment; undefined when it has none. */
function idOf(schema: JsonObject, draft: Draft): string | undefined {
  const id = ignoresKeywords(schema, draft) ? undefined : field(schema, idKeyword(draft))
  const url = isText(id) ? id.replace(/#[^]*$/, '') : ''
  return url === '' ? undefined : url
}

/** The anchors of a schema. Before 2019, an anchor is the fragment of an id. */
function anchorsOf(schema: JsonObject, draft: Draft): readonly string[] {
  if (ignoresKeywords(schema, draft)) return []
  if (draft >= 2019) {
    const names = [field(schema, '$anchor'), draft >= 2020 ? field(schema, '$dynamicAnchor') : undefined]
    return [...new Set(names.filter(isText))]
  }
  const id = field(schema, idKeyword(draft))
  const anchor = isText(id) && id.includes('#') ? decodeFragment(id.slice(id.indexOf('#') + 1)) : undefined
  return anchor === undefined || /^$|^\//.test(anchor) ? [] : [anchor]
}

const joinUrl = (reference: string, base: string): string | undefined =>
  URL.canParse(reference, base) ? new URL(reference, base).href : undefined

function decodeFragment(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return undefined
  }
}
