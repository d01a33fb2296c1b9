import type { Settings } from '../model/settings'
import type { LocatedDocument } from '../objects/documentCache'
import { locateObjects, type LocatedObject } from '../objects/locatedObjects'
import type { KubernetesObject } from '../objects/readObjects'
import { relate, type Relations } from '../objects/relations'
import type { SchemaLookup } from '../schema/schemaLookup'
import type { EngineCache } from './engineCache'

/** A text read under some settings, before any rule has looked at it. */
export type ReadText = {
  readonly text: string
  readonly settings: Settings
  readonly documents: readonly LocatedDocument[]
  /** In text order. */
  readonly objects: readonly LocatedObject[]
  readonly locatedOf: ReadonlyMap<KubernetesObject, LocatedObject>
  readonly relations: Relations
  /** The schemas that count here, those that the text itself defines included. */
  readonly schemas: SchemaLookup
}

/** Reads a text; only documents that changed are parsed. Never throws. */
export function readText(text: string, settings: Settings, cache: EngineCache): ReadText {
  const documents = cache.documents.read(text)
  const objects = locateObjects(documents)
  return {
    text,
    settings,
    documents,
    objects,
    locatedOf: new Map(objects.map((located) => [located.object, located])),
    relations: relate(objects.map(({ object }) => object)),
    schemas: cache.schemas.lookup(objects, settings),
  }
}
