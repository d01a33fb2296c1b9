import { any, mapProperties, mapReferences, target, type Definition, type Definitions } from './definition'
import { checked } from './releases'

/**
 * The definitions of one release as they are used: what no kind leads to is gone, fields and required names are in
 * order, a status is lenient, and a reference to something without fields means anything.
 */
export const settle = (definitions: Definitions): Definitions => {
  const served = [...definitions].filter(([, definition]) => definition.kinds.length > 0)
  const settled = new Map<string, Definition>()
  const keep = (name: string): void => {
    const definition = definitions.get(name)
    if (!definition || settled.has(name)) return
    const next = settledDefinition(definition, definitions)
    settled.set(name, next)
    for (const { shape } of next.properties.values()) keep(target(shape) ?? '')
  }
  for (const [name, definition] of served) if (!isListOfNothing(definition, definitions)) keep(name)
  return new Map([...settled].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const settledDefinition = (definition: Definition, all: Definitions): Definition => {
  const properties = new Map([...definition.properties].sort(([a], [b]) => (a < b ? -1 : 1)))
  return mapProperties({ ...definition, properties, required: checked(definition) }, (property, field) => ({
    ...property,
    shape: mapReferences(property.shape, (to) =>
      (all.get(to)?.properties.size ?? 0) > 0 ? { is: 'reference', to } : any,
    ),
    ...(field === 'status' && definition.kinds.length > 0 && { lenient: true }),
  }))
}

/** The list of a kind that the release does not have. */
const isListOfNothing = ({ kinds, properties }: Definition, all: Definitions): boolean => {
  const items = properties.get('items')?.shape
  const item = items && target(items)
  return item !== undefined && !all.has(item) && kinds.some((kind) => kind.endsWith('List'))
}
