import { memoryOf, type Library } from './cache'
import { locateObjects } from '../objects/locatedObjects'
import type { FindSchema } from '../schema/schema'
import type { Settings } from '../model/settings'

/** Finds the schemas that count for the objects of a text, those that the text itself defines included. */
export function findSchemaIn(text: string, settings: Settings, library: Library): FindSchema {
  const memory = memoryOf(library)
  const source = memory.shelf.lookup(locateObjects(memory.documents.read(text)), settings)
  return (apiVersion, kind) => source.find(settings.kubernetesVersion, apiVersion, kind)
}
