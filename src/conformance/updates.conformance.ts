import { describe, expect, test } from 'vitest'
import { isList, isObject, type Json } from '../engine/model/json'
import type { Path } from '../engine/model/path'
import { toJson } from '../engine/yaml/toJson'
import { readDocument } from '../engine/yaml/readDocument'
import { isImmutable } from '../kubernetes/immutable'
import { recorded, updates } from './recordings'

/** What the server decides by the values or by the state of the cluster, not by the field. */
const byValue =
  /^(?:pod\/(?:activeDeadlineSeconds-raise|gated-nodeselector|gates-add|image-empty|add-container)|deployment\/strategy-recreate-from-rolling|pv\/(?:source-.*|nodeAffinity-change)|pvc\/(?:bound-.*|vac-add)|service\/healthchecknodeport|(?:secret|configmap)\/immutable-.*|crd\/version-rename|job\/(?:suspended-.*|completions-indexed-both)|service\/(?:clusterIP-unset|none-to-clusterIP))$/

const dataOf = (text: string): Json => {
  const { root } = readDocument(text)
  return (root && toJson(root)) ?? null
}

/** The paths at which two objects differ. */
function* changedPaths(before: Json, after: Json, path: Path = []): Generator<Path> {
  if (isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      yield* changedPaths(before[key] ?? null, after[key] ?? null, [...path, key])
  } else if (isList(before) && isList(after)) {
    for (let index = 0; index < Math.max(before.length, after.length); index++)
      yield* changedPaths(before[index] ?? null, after[index] ?? null, [...path, index])
  } else if (JSON.stringify(before) !== JSON.stringify(after)) yield path
}

describe.skipIf(!recorded)('what a server lets nobody change', () => {
  const rows = updates().filter(({ name }) => !byValue.test(name))

  test.each(rows)('$name', ({ before, after, apply }) => {
    const [old, now] = [dataOf(before), dataOf(after)]
    const kind = isObject(now) ? String(now['kind']) : ''
    const isRefused = [...changedPaths(old, now)].some((path) => isImmutable(kind, path))
    expect(isRefused).toBe(apply.code === 422)
  })
})
