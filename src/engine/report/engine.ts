import type { Report } from '../model/report'
import type { Settings } from '../model/settings'
import type { FindSchema } from '../schema/schema'
import { EngineCache } from './engineCache'
import { evaluate, type Evaluation } from './evaluate'
import { indexLibrary, type IndexedLibrary, type Library } from './library'
import { readText } from './readText'
import { versionMatrix, type VersionMatrix } from './versionMatrix'

/** The one way into reading and checking. It owns what is remembered from one text to the next. */
export type Engine = {
  readonly library: IndexedLibrary
  /** The report on a text. Never throws. */
  readonly evaluate: (text: string, settings: Settings) => Report
  /** The same with all that was read on the way; the last one again for the same text and settings. */
  readonly evaluation: (text: string, settings: Settings) => Evaluation
  /** The evaluation of a text that only might come to be, as with a fix; the last one stays remembered. */
  readonly preview: (text: string, settings: Settings) => Evaluation
  /** Finds the schemas that count for the objects of a text, those that the text itself defines included. */
  readonly schemasOf: (text: string, settings: Settings) => FindSchema
  /** What every bundled Kubernetes version says about one object; see `versionMatrix`. */
  readonly versionMatrix: (text: string, object: string, settings: Settings) => VersionMatrix | undefined
}

export function createEngine(given: Library): Engine {
  const library = indexLibrary(given)
  const cache = new EngineCache(library)
  let last: Evaluation | undefined
  const evaluation = (text: string, settings: Settings): Evaluation => {
    if (last?.text === text && areSame(last.settings, settings)) return last
    last = evaluate(text, settings, library, cache)
    return last
  }
  return {
    library,
    evaluate: (text, settings) => evaluation(text, settings).report,
    evaluation,
    preview: (text, settings) => evaluate(text, settings, library, cache),
    schemasOf: (text, settings) => {
      const { schemas } = readText(text, settings, cache)
      return (apiVersion, kind) => schemas.find(settings.kubernetesVersion, apiVersion, kind)
    },
    versionMatrix: (text, object, settings) =>
      versionMatrix(readText(text, settings, cache), object, library, cache),
  }
}

const areSame = (left: Settings, right: Settings): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right)
