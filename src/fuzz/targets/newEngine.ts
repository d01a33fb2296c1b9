import { createEngine, type Engine } from '../../engine/report/engine'
import { sources } from '../../rules/sources'
import { catalog } from '../../schemas'
import { readers } from '../../schemas/reading'

/** An engine that remembers nothing, with everything that the worker loads except the bundled custom resources. */
export const newEngine = (): Engine => createEngine({ sources, schemas: catalog, readers })
