import type { JsonObject } from '../../../engine/model/json'
import type { Answer } from '../../answer'
import type { Place } from '../../place'
import { textAt } from '../../read'
import { partsOf } from './schemaParts'

const formatsOfTexts = new Set(
  `bsonobjectid uri email hostname ipv4 ipv6 cidr mac uuid uuid3 uuid4 uuid5 isbn isbn10 isbn13 creditcard ssn hexcolor
  rgbcolor byte password date duration datetime k8sshortname k8slongname`.split(/\s+/),
)

/** Source: apiextensions-apiserver/pkg/apiserver/validation/formats.go, `GetUnrecognizedFormats`. */
function isKnown(format: string, type: string): boolean {
  if (type === '' || type === 'string') return formatsOfTexts.has(format.replaceAll('-', ''))
  if (type === 'integer') return format === 'int32' || format === 'int64'
  return type === 'number' && (format === 'float' || format === 'double')
}

/** Formats that the server does not know, in a schema and those in it. It has warned of them since 1.34. */
export function warnFormats(schema: JsonObject, place: Place, answer: Answer): void {
  const format = textAt(schema, 'format')
  if (answer.isFrom(34) && format !== '' && !isKnown(format, textAt(schema, 'type')))
    answer.warn(
      'unknown-format',
      place.child('format'),
      `The API server does not know the format “${format}”, so it checks nothing.`,
    )
  for (const part of partsOf(schema, place)) warnFormats(part.schema, part.place, answer)
}
