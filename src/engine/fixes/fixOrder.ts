import type { Proposal } from '../findings/remedy'
import type { Finding } from '../model/finding'
import { field, isList, isObject, type Json } from '../model/json'

type Ordered = { readonly finding: Finding; readonly proposal: Proposal }

/**
 * First the indentation, without which the rest cannot be read as it is meant. Then what makes the API server refuse an
 * object, but placeholders for missing fields only after fields that may have another name. New objects last, because
 * they are made to fit the others as these will be.
 */
export function priority({ finding: { rule, severity }, proposal: { adds = [], edits } }: Ordered): number {
  if (edits) return -1
  if (adds.length > 0) return 3
  if (severity !== 'refused') return 2
  return rule === 'missing-field' ? 1 : 0
}

/** Whether no Pod can be selected by both of two new objects; only then neither can make the other needless. */
export function selectDifferentPods(left: Json, right: Json): boolean {
  const namespaceOf = (added: Json) => field(field(added, 'metadata'), 'namespace')
  if (namespaceOf(left) !== namespaceOf(right)) return true
  const [a, b] = [labelsSelectedBy(left), labelsSelectedBy(right)]
  return [...a].some(([key, values]) => {
    const others = b.get(key)
    return others !== undefined && ![...values].some((value) => others.has(value))
  })
}

/** The values that a new object selects, for each label that it requires. */
function labelsSelectedBy(added: Json): ReadonlyMap<string, ReadonlySet<Json>> {
  const spec = field(added, 'spec')
  const selector = field(spec, 'podSelector') ?? field(spec, 'selector')
  const expressions = field(selector, 'matchExpressions')
  const listed = isList(expressions) ? expressions.filter((one) => field(one, 'operator') === 'In') : []
  const plain = field(selector, 'matchLabels') ?? (isList(expressions) ? {} : selector)
  return new Map([
    ...listed.map((one) => {
      const values = field(one, 'values')
      return [String(field(one, 'key')), new Set(isList(values) ? values : [])] as const
    }),
    ...Object.entries(isObject(plain) ? plain : {}).map(([key, value]) => [key, new Set([value])] as const),
  ])
}
