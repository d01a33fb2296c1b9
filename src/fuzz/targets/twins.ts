import type { Settings } from '../../engine/model/settings'
import { toJson } from '../../engine/yaml/toJson'
import { isObject, type Json } from '../../engine/model/json'
import { readDocument } from '../../engine/yaml/readDocument'
import { splitDocuments } from '../../engine/yaml/splitDocuments'
import { generatedObject } from '../grammar'
import { randomFrom } from '../random'
import { writeJson, writeYaml } from '../writeYaml'
import { newEngine } from './newEngine'
import { expectEqual, type Target } from './target'

export const twins: Target = {
  name: 'twins',
  about: 'the same object in JSON and in YAML has the same findings',
  run: ({ text, settings, choice }) => {
    const random = randomFrom(choice)
    const value = firstObject(text) ?? generatedObject(random)
    const json = writeJson(value, 2)
    // Half of a surrogate pair is allowed in JSON alone.
    if (/\\ud[89a-f]/.test(json)) return
    const yaml = `${writeYaml(value).trimStart()}\n`
    expectEqual(messages(yaml, settings), messages(json, settings), 'a YAML twin has the same findings')
  },
}

/** The first document that is plain data. */
const firstObject = (text: string): Json | undefined => {
  for (const { from, to } of splitDocuments(text).slice(0, 3)) {
    const { root } = readDocument(text.slice(from, to))
    const value = root && toJson(root)
    if (isObject(value) && Object.keys(value).length > 0) return value
  }
  return undefined
}

/** In an order of their own: the two texts have theirs. */
const messages = (text: string, settings: Settings): readonly string[] =>
  newEngine()
    .evaluate(text, settings)
    .findings.map(({ rule, severity, message }) => `${rule} ${severity} ${message}`)
    .sort()
