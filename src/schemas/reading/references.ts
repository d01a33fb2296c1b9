import { field, isList, isObject, isText, type Json, type JsonObject } from '../../engine/model/json'
import { draftOf, keywordFault, partsOf, type Draft } from './metaschema'

/** Why a schema cannot be used: a sentence for people. */
export class Fault extends Error {}

/** A part of a document with an id of its own: references inside are relative to it. */
export type Resource = {
  readonly url: string
  readonly draft: Draft
  readonly root: JsonObject
  readonly path: string
  readonly anchors: Map<string, JsonObject>
}

type Place = { readonly path: string; readonly resource: Resource }

/** Stands for the name of the file, which no schema can know. */
const documentUrl = 'file:///schema.json'

/**
 * Every schema in a document, checked against the rules of its draft, and what references to it lead to. Throws a
 * Fault. Source: santhosh-tekuri/jsonschema v6.0.1 `roots.go`, `root.go`.
 */
export class SchemaDocument {
  readonly root: JsonObject
  readonly resources = new Map<string, Resource>()
  private readonly places = new Map<JsonObject, Place>()

  constructor(source: unknown) {
    if (!isObject(source)) throw new Fault('It is not an object, as a JSON Schema has to be.')
    this.root = source
    this.visit(source, '', undefined)
  }

  /** Where a node stands. Only nodes that were visited have a place: those this class hands out have one. */
  placeOf(node: JsonObject): Place {
    const place = this.places.get(node)
    if (!place) throw new Fault('A part of it could not be found again.')
    return place
  }

  /** What a reference leads to; undefined for the drafts' own metaschemas. */
  resolve(reference: string, from: JsonObject): Json | undefined {
    const { resource, path } = this.placeOf(from)
    const lost = new Fault(`${path}/$ref refers to ${reference}, which cannot be found in the file.`)
    const hash = reference.indexOf('#')
    const url = joined(hash < 0 ? reference : reference.slice(0, hash), resource.url)
    const fragment = hash < 0 ? '' : decoded(reference.slice(hash + 1))
    const target = url === undefined ? undefined : this.resources.get(url)
    if (url !== undefined && !target && draftOf(url)) return undefined
    if (!target || fragment === undefined) throw lost
    const found = /^$|^\//.test(fragment) ? this.lookUp(fragment, target) : target.anchors.get(fragment)
    if (found === undefined) throw lost
    return found
  }

  /** The value a JSON pointer leads to, checked as a schema, whatever the keywords on the way. */
  private lookUp(pointer: string, resource: Resource): Json | undefined {
    let found: Json | undefined = resource.root
    let { path } = resource
    let around = resource
    for (const step of pointer.split('/').slice(1)) {
      if (/~(?![01])/.test(step)) return undefined
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
      found = isList(found) ? (/^\d+$/.test(key) ? found[Number(key)] : undefined) : field(found, key)
      if (found === undefined) return undefined
      path = `${path}/${step}`
      if (isObject(found)) around = this.places.get(found)?.resource ?? around
    }
    if (typeof found === 'boolean' && around.draft === 4) throw new Fault(`${path} is not a schema.`)
    this.visit(found, path, around)
    return found
  }

  private visit(json: Json, path: string, around: Resource | undefined): void {
    if (typeof json === 'boolean') return
    if (!isObject(json)) throw new Fault(`${path} is not a schema.`)
    if (this.places.has(json)) return
    const resource = this.resourceOf(json, path, around)
    const fault = keywordFault(json, resource.draft)
    if (fault !== undefined) throw new Fault(`${path}${fault}.`)
    this.places.set(json, { path, resource })
    this.addAnchors(json, path, resource)
    for (const [way, part] of partsOf(json, resource.draft))
      this.visit(part, [path, ...way.map(escaped)].join('/'), resource)
  }

  private resourceOf(node: JsonObject, path: string, around: Resource | undefined): Resource {
    const named = field(node, '$schema')
    const own = isText(named) ? draftOf(named) : undefined
    const id = idOf(node, own ?? around?.draft ?? 4)
    if (around && id === undefined) return around
    if (isText(named) && own === undefined)
      throw new Fault(`${path}/$schema names ${named}, which is no known version of JSON Schema.`)
    const url = id === undefined ? documentUrl : joined(id, around?.url ?? documentUrl)
    if (url === undefined) throw new Fault(`${path} has the id ${id}, which is no URI.`)
    const resource = { url, draft: own ?? around?.draft ?? 4, root: node, path, anchors: new Map() }
    if (this.resources.has(url)) throw new Fault(`${path} has the id ${id}, which stands twice in the file.`)
    this.resources.set(url, resource)
    if (!around) this.resources.set(documentUrl, resource)
    return resource
  }

  private addAnchors(node: JsonObject, path: string, resource: Resource): void {
    const { draft, anchors } = resource
    for (const anchor of anchorsOf(node, draft)) {
      if (anchors.has(anchor))
        throw new Fault(`${path} has the anchor ${anchor}, which stands twice in the file.`)
      anchors.set(anchor, node)
    }
  }
}

const hidesSiblings = (node: JsonObject, draft: Draft): boolean => draft < 2019 && Object.hasOwn(node, '$ref')

/** The id of a node without its fragment; undefined when it has none. */
function idOf(node: JsonObject, draft: Draft): string | undefined {
  const id = hidesSiblings(node, draft) ? undefined : field(node, draft === 4 ? 'id' : '$id')
  const url = isText(id) ? id.replace(/#[^]*$/, '') : ''
  return url === '' ? undefined : url
}

/** Before 2019, an anchor is the fragment of an id. */
function anchorsOf(node: JsonObject, draft: Draft): readonly string[] {
  if (hidesSiblings(node, draft)) return []
  if (draft >= 2019) {
    const names = [field(node, '$anchor'), draft >= 2020 ? field(node, '$dynamicAnchor') : undefined]
    return [...new Set(names.filter(isText))]
  }
  const id = field(node, draft === 4 ? 'id' : '$id')
  const anchor = isText(id) && id.includes('#') ? decoded(id.slice(id.indexOf('#') + 1)) : undefined
  return anchor === undefined || /^$|^\//.test(anchor) ? [] : [anchor]
}

const escaped = (step: string): string => step.replaceAll('~', '~0').replaceAll('/', '~1')

function joined(reference: string, base: string): string | undefined {
  return URL.canParse(reference, base) ? new URL(reference, base).href : undefined
}

function decoded(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return undefined
  }
}
