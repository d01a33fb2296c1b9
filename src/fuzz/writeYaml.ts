import { isList, isObject, type Json } from '../engine/model/json'

/** Words that are text in YAML without quotes, whatever the version. */
const plain = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z-]*$/i

/** A value as block YAML that a reader understands as exactly this value: scalars as in JSON, plain keys where possible. */
export function writeYaml(value: Json, indent = ''): string {
  const inner = `${indent}  `
  if (isList(value) && value.length > 0)
    return value.map((item) => `\n${indent}- ${writeYaml(item, inner).trimStart()}`).join('')
  if (isObject(value) && Object.keys(value).length > 0)
    return Object.entries(value)
      .map(([key, child]) => `\n${indent}${keyText(key)}: ${writeYaml(child, inner)}`)
      .join('')
  return writeJson(value)
}

/** JSON in ASCII. */
export const writeJson = (value: Json, indent?: number): string =>
  JSON.stringify(value, null, indent).replaceAll(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const keyText = (key: string): string => (plain.test(key) ? key : writeJson(key))
