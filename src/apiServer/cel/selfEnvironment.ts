import type { Declared } from './declared'
import { baseEnvironment, withMessages, withVariables, type Environment, type Messages } from './environment'
import { reservedName } from './fieldNames'
import { optionalOf } from './types'

/** The messages in a type, by their names. */
function messagesIn(declared: Declared, found: Map<string, Declared>): Map<string, Declared> {
  if (declared.fields) found.set(declared.type.name, declared)
  for (const field of declared.fields?.values() ?? []) messagesIn(field, found)
  return declared.item ? messagesIn(declared.item, found) : found
}

function messagesOf(declared: Declared, version: number): Messages {
  const found = messagesIn(declared, new Map())
  return {
    has: (message) => found.has(message),
    field: (message, field) => {
      const fields = found.get(message)?.fields
      const reserved = version >= 31 ? reservedName(field) : undefined
      return (fields?.get(field) ?? (reserved === undefined ? undefined : fields?.get(reserved)))?.type
    },
  }
}

/**
 * What the rules of a schema may use: `self`, and `oldSelf`, which is optional in some. All rules of the schema share what
 * is known of its fields.
 */
export function selfEnvironments(minor: number, self: Declared): (isOptional: boolean) => Environment {
  const base = baseEnvironment(minor)
  const common = withMessages(base, messagesOf(self, base.version))
  return (isOptional) =>
    withVariables(common, { self: self.type, oldSelf: isOptional ? optionalOf(self.type) : self.type })
}
