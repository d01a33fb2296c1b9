import { expect, test } from 'vitest'
import { isObject, type JsonObject } from '../engine/model/json'
import { DocumentCache } from '../engine/objects/documentCache'
import { locateObjects, valueOf } from '../engine/objects/locatedObjects'
import { toJson } from '../engine/yaml/toJson'
import { admitObject } from './admit'
import type { ServerFinding } from './answer'
import { rules } from './rules'
import { witnesses } from './testing/witnesses'

const bad = import.meta.glob<string>('../rules/apiServer/*/bad.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const objectsOf = (text: string): readonly JsonObject[] =>
  locateObjects(new DocumentCache().read(text)).flatMap((located) => {
    const value = valueOf(located)
    const json = value && toJson(value)
    return isObject(json) ? [json] : []
  })

const answers = [...Object.values(bad).flatMap(objectsOf), ...witnesses].map((object) =>
  admitObject(object, 36),
)
const refused = answers.flatMap((answer): readonly ServerFinding[] => answer?.causes ?? [])
const warned = answers.flatMap((answer): readonly ServerFinding[] => [
  ...(answer?.warnings ?? []),
  ...(answer?.dropped ?? []),
])

/** The ids of the rules of which something is true, in the order of the alphabet. */
const rulesWith = (isSo: (rule: (typeof rules)[keyof typeof rules]) => boolean): readonly string[] =>
  Object.entries(rules)
    .filter(([, rule]) => isSo(rule))
    .map(([id]) => id)
    .toSorted()

const rulesOf = (findings: readonly ServerFinding[]): readonly string[] =>
  [...new Set(findings.map(({ rule }) => rule))].toSorted()

// That no rule has another severity than these is known to the compiler.
test('every rule is shown with each of its severities', () => {
  expect(rulesOf(refused)).toEqual(rulesWith(({ severities }) => severities.some((one) => one === 'refused')))
  expect(rulesOf(warned)).toEqual(rulesWith(({ severities }) => severities.some((one) => one === 'warning')))
})

test('the rules with a hint are those that are called fixable', () => {
  expect(rulesOf([...refused, ...warned].filter(({ hint }) => hint))).toEqual(
    rulesWith((rule) => 'fixable' in rule),
  )
})
