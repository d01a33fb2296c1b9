import { checklist } from '../checks'
import type { Source } from '../engine/findings/source'
import { apiServer } from './apiServer'
import { playground } from './playground'
import { schema } from './schema'
import { syntax } from './syntax'

/** Every source of findings, in the order in which reports list their rules. A new source is a folder and a line here. */
export const sources: readonly Source[] = [syntax, schema, apiServer, playground, checklist]
