import { needsOf } from '../apiServer/needs'
import { isObject } from '../engine/model/json'
import type { Settings } from '../engine/model/settings'
import { valueOf } from '../engine/objects/locatedObjects'
import type { Engine } from '../engine/report/engine'
import { toJson } from '../engine/yaml/toJson'

/** What an object needs in its cluster beside what the text itself brings: `PriorityClass high`. */
export function needsIn(engine: Engine, text: string, object: string, settings: Settings): readonly string[] {
  const { objects } = engine.read(text, settings)
  const located = objects.find(({ id }) => id === object)
  const value = located && valueOf(located)
  const json = value && toJson(value, { budget: { left: 200_000 }, largeNumbers: 'rounded' })
  if (!located || !isObject(json)) return []
  const brought = new Set(objects.map((other) => `${other.object.kind} ${other.object.name}`))
  const needs = needsOf({ kind: located.object.kind, ...json }).map(({ kind, name }) => `${kind} ${name}`)
  return [...new Set(needs)].filter((one) => !brought.has(one))
}
