import type { SchemaCatalog } from '../engine/schema/schema'
import { catalogOf } from './catalog'
import structure from './generated/commonStructure.json'
import { kubernetesVersions } from './versions'

export type CommonCatalog = SchemaCatalog & {
  /** Whether something was looked up that only the complete catalog can answer: then an answer may be wrong. */
  readonly isInsufficient: () => boolean
}

/**
 * The kinds that most manifests have, in the default Kubernetes version: a third of the complete catalog, so that the
 * first report does not wait for the rest.
 */
export function commonCatalog(): CommonCatalog {
  const catalog = catalogOf(structure)
  let isInsufficient = false
  /** Marks every answer that the complete catalog may not give. */
  const doubtful = <Arguments extends readonly unknown[], Answer>(
    look: (...given: Arguments) => Answer,
  ): ((...given: Arguments) => Answer) => {
    return (...given) => {
      isInsufficient = true
      return look(...given)
    }
  }
  /** What is there is right; only what is missing is in doubt. */
  const doubtfulIfMissing = <Arguments extends readonly unknown[], Answer>(
    look: (...given: Arguments) => Answer | undefined,
  ): ((...given: Arguments) => Answer | undefined) => {
    return (...given) => {
      const found = look(...given)
      if (found === undefined) isInsufficient = true
      return found
    }
  }
  return {
    versions: kubernetesVersions.toReversed(),
    kind: doubtfulIfMissing(catalog.kind),
    definition: doubtfulIfMissing(catalog.definition),
    servedIn: doubtful(catalog.servedIn),
    apiVersionsOf: doubtful(catalog.apiVersionsOf),
    kindsOf: doubtful(catalog.kindsOf),
    spelling: doubtfulIfMissing(catalog.spelling),
    isInsufficient: () => isInsufficient,
  }
}
