/**
 * How an object is related to another, seen from the object whose manifest says so, and the same seen from the other. In
 * the order in which a list names them.
 */
export const inverses = {
  selects: 'selected by',
  'routes to': 'routed from',
  'attached to': 'routes attached',
  scales: 'scaled by',
  protects: 'protected by',
  limits: 'limited by',
  'governed by': 'governs',
  mounts: 'mounted by',
  'reads env from': 'read by',
  'runs as': 'used by',
  'pulls images with': 'used by',
  'serves TLS with': 'used by',
  'of class': 'used by',
  'bound to': 'bound by',
  binds: 'bound by',
  'binds to': 'bound by',
} as const

export type Relation = keyof typeof inverses

/** All words for relations, each once, those of a pair next to each other. */
export const relationWords: readonly string[] = [...new Set(Object.entries(inverses).flat())]
