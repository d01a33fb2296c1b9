import type { PackedDefinition, PackedStructure } from '../catalog'
import type { Definition, Definitions, Shape } from './definition'
import { StringTable } from './stringTable'

/** All versions in one structure: each distinct definition once, each version as its changes since the one before it. */
export const packStructure = (releases: ReadonlyMap<string, Definitions>): PackedStructure => {
  const names = new StringTable()
  const pool = new StringTable()
  const index: Record<string, readonly number[]> = {}
  let before: ReadonlyMap<number, number> = new Map()
  for (const [version, definitions] of releases) {
    const now = new Map(
      [...definitions].map(([name, definition]) => [
        names.add(shortName(name)),
        pool.add(JSON.stringify(packDefinition(definition))),
      ]),
    )
    const changed = [...now].filter(([name, definition]) => before.get(name) !== definition)
    const removed = [...before.keys()].filter((name) => !now.has(name)).map((name) => [name, -1])
    index[version] = [...changed, ...removed].flat()
    before = now
  }
  return {
    versions: [...releases.keys()],
    names: names.strings(),
    pool: pool.strings().map((text) => JSON.parse(text) as PackedDefinition),
    index,
  }
}

const prefixes: readonly (readonly [long: string, short: string])[] = [
  ['io.k8s.api.', ''],
  ['io.k8s.apimachinery.pkg.apis.', 'am:'],
  ['io.k8s.apiextensions-apiserver.pkg.apis.', 'ax:'],
  ['io.k8s.kube-aggregator.pkg.apis.', 'ka:'],
]

/** `io.k8s.api.apps.v1.Deployment` → `apps.v1.Deployment`, `io.k8s.apimachinery.pkg.apis.meta.v1.X` → `am:meta.v1.X` */
export const shortName = (name: string): string => {
  const [long, short] = prefixes.find(([prefix]) => name.startsWith(prefix)) ?? ['', '']
  return short + name.slice(long.length)
}

export const packDefinition = ({ kinds, required, properties }: Definition): PackedDefinition => ({
  ...(kinds.length > 0 && { g: kinds }),
  ...(required.length > 0 && { r: required }),
  ...(properties.size > 0 && {
    p: Object.fromEntries(
      [...properties].map(([name, { shape, lenient }]) => [
        name,
        (lenient === true ? '?' : '') + typeCode(shape),
      ]),
    ),
  }),
})

const codes = { any: '*', boolean: 'b', number: 'n', quantity: 'Q', intOrString: 'S' } as const

/** The code that ../typeCodes.ts reads. */
export const typeCode = (shape: Shape): string => {
  switch (shape.is) {
    case 'string':
      if (shape.values) return `e${shape.values.join('|')}`
      return shape.format === 'date-time' ? 'T' : shape.format === 'byte' ? 'B' : 's'
    case 'integer':
      // No source has the width of a few fields. 64 bits never reject a valid value.
      return shape.format === 'int32' ? 'i' : 'l'
    case 'list':
      return `[${typeCode(shape.of)}`
    case 'map':
      return `{${typeCode(shape.of)}`
    case 'reference':
      return `#${shortName(shape.to)}`
    default:
      return codes[shape.is]
  }
}
