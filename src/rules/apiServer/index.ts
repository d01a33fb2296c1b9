import type { Source } from '../../engine/findings/source'
import { invalidSelector } from './invalid-selector/rule'

const all = [invalidSelector]

/** What the API server refuses although the schemas allow it. */
export const apiServer: Source = {
  id: 'api-server',
  title: 'API server',
  rules: all.map(({ rule }) => rule),
  finders: all.map(({ finder }) => finder),
}
