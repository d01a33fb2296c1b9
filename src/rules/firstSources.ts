import { checklist } from '../checks'
import type { Source } from '../engine/findings/source'
import { playground } from './playground'
import { schema } from './schema'
import { syntax } from './syntax'

/** What the first report is made with. The rules of the API server are loaded after it. */
export const firstSources: readonly Source[] = [syntax, schema, playground, checklist]
