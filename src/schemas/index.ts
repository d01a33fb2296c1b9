import { catalogOf } from './catalog'
import structure from './generated/structure.json'

/** The API of every bundled Kubernetes version, as the schema build packed it. */
export const catalog = catalogOf(structure)
