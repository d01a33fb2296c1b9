import type { Report } from '../model/report'
import type { Settings } from '../model/settings'
import { DocumentCache } from '../objects/documentCache'
import type { FindSchema } from '../schema/schema'
import type { SchemaLookup } from '../schema/schemaLookup'
import { EngineCache } from './engineCache'
import { evaluate, type Evaluation } from './evaluate'
import { indexLibrary, type IndexedLibrary, type Library } from './library'
import { readText, type ReadText } from './readText'

/** The one way into reading and checking. It owns what is remembered from one text to the next. */
export type Engine = {
  readonly library: IndexedLibrary
  /** The documents that it has read. */
  readonly documents: DocumentCache
  /** The report on a text. Never throws. */
  readonly evaluate: (text: string, settings: Settings) => Report
  /** The same with all that was read on the way; the last one again for the same text and settings. */
  readonly evaluation: (text: string, settings: Settings) => Evaluation
  /** The evaluation of a text that only might come to be, as with a fix; the last one stays remembered. */
  readonly preview: (text: string, settings: Settings) => Evaluation
  /** Finds the schemas that count for the objects of a text, those that the text itself defines included. */
  readonly schemasOf: (text: string, settings: Settings) => FindSchema
  /** The text as it is read, before any rule looks at it. */
  readonly read: (text: string, settings: Settings) => ReadText
  /** The schemas that count for objects under other settings than those that they were read with. */
  readonly lookupSchemas: (objects: ReadText['objects'], settings: Settings) => SchemaLookup
}

/** `before`: an engine whose documents need not be read again. */
export function createEngine(given: Library, before?: Engine): Engine {
  const library = indexLibrary(given)
  const documents = before?.documents ?? new DocumentCache()
  const cache = new EngineCache(library, documents)
  let last: Evaluation | undefined
  const evaluation = (text: string, settings: Settings): Evaluation => {
    if (last?.text === text && areSame(last.settings, settings)) return last
    last = evaluate(text, settings, library, cache)
    return last
  }
  return {
    library,
    documents,
    evaluate: (text, settings) => evaluation(text, settings).report,
    evaluation,
    preview: (text, settings) => evaluate(text, settings, library, cache),
    schemasOf: (text, settings) => {
      const { schemas } = readText(text, settings, cache)
      return (apiVersion, kind) => schemas.find(settings.kubernetesVersion, apiVersion, kind)
    },
    read: (text, settings) => readText(text, settings, cache),
    lookupSchemas: (objects, settings) => cache.schemas.lookup(objects, settings),
  }
}

const areSame = (left: Settings, right: Settings): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right)
