import { catalog } from '../schemas'
import { loadCustomDocs, loadDocs } from '../schemas/assets'
import { describer } from '../schemas/descriptions'

const describeField = describer({ builtIn: loadDocs, custom: loadCustomDocs }, catalog)

/** What is said of a field; undefined also when the descriptions cannot be fetched: nothing depends on them. */
export const describe: typeof describeField = async (...place) => {
  try {
    return await describeField(...place)
  } catch {
    return undefined
  }
}
