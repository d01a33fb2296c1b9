import type { FileSchema, Schema } from '../../engine/schema/schema'
import { DocumentCache } from '../../engine/objects/documentCache'
import { locateObjects, valueOf } from '../../engine/objects/locatedObjects'
import { readCustomResourceDefinition } from './customResourceDefinition'

/**
 * The kinds that the CustomResourceDefinitions of a manifest serve, so that a file with them can be added like a JSON Schema;
 * undefined for any other text. `metadata`: the schema of ObjectMeta. Never throws.
 */
export function readDefinitionFile(
  text: string,
  metadata: Schema | undefined,
): readonly FileSchema[] | undefined {
  if (!text.includes('CustomResourceDefinition')) return undefined
  const objects = locateObjects(new DocumentCache().read(text))
  const definitions = objects.filter(({ object }) => object.kind === 'CustomResourceDefinition')
  if (definitions.length === 0) return undefined
  return definitions.flatMap((located): readonly FileSchema[] => {
    const value = valueOf(located)
    const defined = value ? readCustomResourceDefinition(value, metadata) : []
    return defined
      .filter(({ served }) => served)
      .map(({ apiVersion, kind, schema }) => ({
        title: `${kind} · ${apiVersion}`,
        matches: (otherVersion, otherKind) => otherVersion === apiVersion && otherKind === kind,
        schema,
        nulls: 'absent',
      }))
  })
}
