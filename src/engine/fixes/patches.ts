import { risky, type Remedy } from '../findings/remedy'
import type { LocatedDocument } from '../objects/documentCache'
import { once } from '../model/lookup'
import type { Value } from '../yaml/value'

const reason =
  'The document is a patch, as Kustomize reads its $patch: what it leaves out is in the object that it changes, so check that instead.'

/**
 * What can be done in a document that changes another object instead of being one: what it lacks may be in that, so every
 * fix is risky. Source: the directives of strategic merge patches, as Kustomize and kubectl read them.
 */
export const inPatch = ({ fixes = [], ...rest }: Remedy): Remedy => ({
  ...rest,
  ...(fixes.length > 0
    ? { fixes: fixes.map((fix) => ({ ...fix, ...risky(reason) })) }
    : { unfixable: reason }),
})

const directive = /^\$(?:patch$|retainKeys$|deleteFromPrimitiveList\/|setElementOrder\/)/

/** Whether a document has a directive of a patch anywhere. */
export const isPatch = ({ reading }: LocatedDocument): boolean => hasDirective(reading)

const hasDirective = once(({ document }: LocatedDocument['reading']): boolean => {
  const waiting: Value[] = document.root && !document.hasAliases ? [document.root] : []
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    if (value.type === 'sequence') for (const item of value.items) waiting.push(item)
    if (value.type !== 'mapping') continue
    for (const [key, entry] of value.entries) {
      if (directive.test(key)) return true
      waiting.push(entry.value)
    }
  }
  return false
})
