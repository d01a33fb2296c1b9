import type { PackedCustomDocs, PackedFields } from '../descriptions'
import type { CustomApi } from './customApi'
import { kindsOf } from './customPack'
import type { JsonSchema } from './decompile'
import { NodePool } from './nodePool'
import { Places } from './places'

/** The descriptions of one API group by field; a type that several fields have is described once. */
export const packGroupDocs = (group: string, { kinds, definitions }: CustomApi): PackedCustomDocs => {
  const packer = new DocsPacker(definitions)
  const roots = kindsOf(group, kinds).map(
    ({ version, kind, schema }) => [`${version}/${kind}`, packer.entry(schema)] as const,
  )
  return packer.packed(Object.fromEntries(roots.filter(([, entry]) => entry !== undefined)))
}

type Entry = number | readonly [text: number, below: string] | undefined

class DocsPacker {
  readonly #texts = new Places()
  readonly #pool = new NodePool()

  constructor(private readonly definitions: ReadonlyMap<string, JsonSchema>) {}

  packed(kinds: Readonly<Record<string, Entry>>): PackedCustomDocs {
    const { roots, pool } = this.#pool.packed(kinds)
    return { texts: this.#texts.all(), kinds: roots as PackedFields, pool: pool as PackedFields[] }
  }

  /** What a field says of itself, or else its type, and what is said of the fields below. */
  entry(schema: JsonSchema): Entry {
    const description = schema.description ?? this.definitions.get(schema.ref ?? '')?.description
    const text = description === undefined ? -1 : this.#texts.of(description)
    const below = this.#below(schema)
    if (below !== undefined) return [text, below]
    return text < 0 ? undefined : text
  }

  #below({ ref, items, values, properties }: JsonSchema): string | undefined {
    if (ref?.startsWith('#')) return ref
    if (ref !== undefined)
      return this.#pool.named(ref, () => this.#fields(this.definitions.get(ref)?.properties))
    if (items) return this.#below(items)
    const fields = this.#fields(values ? new Map([['', values]]) : properties)
    return fields && this.#pool.add(fields)
  }

  #fields(properties: JsonSchema['properties']): Readonly<Record<string, Entry>> | undefined {
    const entries = [...(properties ?? [])].flatMap(([name, schema]) => {
      const entry = this.entry(schema)
      return entry === undefined ? [] : [[name, entry] as const]
    })
    return entries.length > 0 ? Object.fromEntries(entries) : undefined
  }
}
