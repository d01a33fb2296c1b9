import { catalogOf } from './catalog'
import structure from './generated/structure.json'

/** The API of every bundled Kubernetes version. */
export const catalog = catalogOf(structure)
