import {
  anyShape,
  mapProperties,
  mapReferences,
  requiredInManifest,
  targetOf,
  type Definition,
  type Definitions,
} from './definition'
import { sortByKey } from './sortByKey'

/**
 * The definitions of one version in the form in which they are packed: only those that a kind refers to, directly or
 * through others; fields and required names sorted; every status lenient; `any` in place of a reference to a definition
 * without fields.
 */
export const normalizeDefinitions = (definitions: Definitions): Definitions => {
  const normalized = new Map<string, Definition>()
  const keep = (name: string): void => {
    const definition = definitions.get(name)
    if (!definition || normalized.has(name)) return
    const next = normalize(definition, definitions)
    normalized.set(name, next)
    for (const { shape } of next.properties.values()) keep(targetOf(shape) ?? '')
  }
  for (const [name, definition] of definitions)
    if (definition.kinds.length > 0 && !isListOfMissingKind(definition, definitions)) keep(name)
  return sortByKey(normalized)
}

const normalize = (definition: Definition, all: Definitions): Definition => {
  const properties = sortByKey(definition.properties)
  const required = requiredInManifest(definition)
  return mapProperties({ ...definition, properties, required }, (property, field) => ({
    ...property,
    shape: mapReferences(property.shape, (to) =>
      (all.get(to)?.properties.size ?? 0) > 0 ? { is: 'reference', to } : anyShape,
    ),
    ...(field === 'status' && definition.kinds.length > 0 && { lenient: true }),
  }))
}

/** A list kind, such as `v1/PodList`, whose items have no definition in this version. */
const isListOfMissingKind = ({ kinds, properties }: Definition, all: Definitions): boolean => {
  const items = properties.get('items')?.shape
  const item = items && targetOf(items)
  return item !== undefined && !all.has(item) && kinds.some((kind) => kind.endsWith('List'))
}
