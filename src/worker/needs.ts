import { needsOf } from '../apiServer/needs'
import type { Settings } from '../engine/model/settings'
import { valueOf } from '../engine/objects/locatedObjects'
import type { Engine } from '../engine/report/engine'
import { decodedObject } from '../rules/apiServer/decodedObject'

/** What an object needs in its cluster beside what the text itself brings: `PriorityClass high`. */
export function needsIn(engine: Engine, text: string, object: string, settings: Settings): readonly string[] {
  const { objects } = engine.read(text, settings)
  const located = objects.find(({ id }) => id === object)
  const value = located && valueOf(located)
  const decoded = value && decodedObject(located.object, value)
  if (!decoded) return []
  const brought = new Set(objects.map((other) => `${other.object.kind} ${other.object.name}`))
  const needs = needsOf(decoded).map(({ kind, name }) => `${kind} ${name}`)
  return [...new Set(needs)].filter((one) => !brought.has(one))
}
