import type { JsonObject } from '../../engine/model/json'
import { base64Bytes, checkDataKey, mostDataBytes } from './data'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { subdomainName } from '../metadata/nameRules'
import { root } from '../place'
import { has, objectAt, textsOf } from '../read'
import { byteLength, invalid, quoted, tooLong } from '../say'

/** Source: `ValidateConfigMap`. */
function validate(object: JsonObject, answer: Answer): void {
  let bytes = 0
  for (const bag of ['data', 'binaryData'])
    for (const [key, value] of textsOf(object, bag)) {
      const place = root.child(bag).keyOf(key)
      checkDataKey(answer, place, 'ConfigMap', key)
      if (bag === 'data' && Object.hasOwn(objectAt(object, 'binaryData'), key))
        invalid(
          answer,
          place,
          `The key ${quoted(key)} of the ConfigMap is in both data and binaryData.`,
          'duplicate-item',
        )
      bytes += bag === 'data' ? byteLength(value) : base64Bytes(value)
    }
  const place = root.child(has(object, 'data') ? 'data' : 'binaryData').spelled('[]')
  if (bytes > mostDataBytes) tooLong(answer, place, 'The data of the ConfigMap', mostDataBytes, 'bytes')
}

export const configMap: Kind = { of: ['v1 ConfigMap'], name: subdomainName, validate }
