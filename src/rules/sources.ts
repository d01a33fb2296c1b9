import type { Source } from '../engine/findings/source'
import { apiServer } from './apiServer'
import { firstSources } from './firstSources'

/** Every source of findings, in the order in which reports list their rules. A new source is a folder and a line here. */
export const sources: readonly Source[] = firstSources.flatMap((source) =>
  source.id === 'schema' ? [source, apiServer] : [source],
)
