import type { PackedCustomDocs, PackedFields } from '../descriptions'
import type { CustomApi } from './customApi'
import type { JsonSchema, JsonSchemas } from './jsonSchema'
import { NodePool } from './nodePool'
import { kindsInGroup } from './packCustomGroup'
import { StringTable } from './stringTable'

/** The descriptions of the custom resources of one API group, by field. A type that several fields use is packed once. */
export const packCustomDocs = (group: string, { kinds, definitions }: CustomApi): PackedCustomDocs => {
  const packer = new DocsPacker(definitions)
  const roots = kindsInGroup(group, kinds).map(
    ({ version, kind, schema }) => [`${version}/${kind}`, packer.entry(schema)] as const,
  )
  return packer.packed(Object.fromEntries(roots.filter(([, entry]) => entry !== undefined)))
}

type Entry = number | readonly [text: number, fields: string] | undefined

class DocsPacker {
  readonly #texts = new StringTable()
  readonly #pool = new NodePool()

  constructor(private readonly definitions: JsonSchemas) {}

  packed(kinds: Readonly<Record<string, Entry>>): PackedCustomDocs {
    const { roots, pool } = this.#pool.packed(kinds)
    // The pool has replaced its references by what they refer to, so that entries have the packed form.
    return { texts: this.#texts.strings(), kinds: roots as PackedFields, pool: pool as PackedFields[] }
  }

  /** The description of a field, or else that of its type, and the descriptions of the fields in it. */
  entry(schema: JsonSchema): Entry {
    const description = schema.description ?? this.definitions.get(schema.ref ?? '')?.description
    const text = description === undefined ? -1 : this.#texts.add(description)
    const fields = this.#fieldsIn(schema)
    if (fields !== undefined) return [text, fields]
    return text < 0 ? undefined : text
  }

  #fieldsIn({ ref, items, values, properties }: JsonSchema): string | undefined {
    if (ref?.startsWith('#')) return ref
    if (ref !== undefined)
      return this.#pool.named(ref, () => this.#entries(this.definitions.get(ref)?.properties))
    if (items) return this.#fieldsIn(items)
    const entries = this.#entries(values ? new Map([['', values]]) : properties)
    return entries && this.#pool.add(entries)
  }

  #entries(properties: JsonSchema['properties']): Readonly<Record<string, Entry>> | undefined {
    const entries = [...(properties ?? [])].flatMap(([name, schema]) => {
      const entry = this.entry(schema)
      return entry === undefined ? [] : [[name, entry] as const]
    })
    return entries.length > 0 ? Object.fromEntries(entries) : undefined
  }
}
