import type { ScalarTest } from '../../engine/schema/schema'
import { isBase64 } from '../../kubernetes/base64'
import { isDate } from '../../kubernetes/time'
import * as codes from './codeFormats'
import * as net from './netFormats'
import { expectedBase64, expectedTime } from '../typeCodes'
import { patternTest } from './pattern'
import * as time from './timeFormats'
import { parseUrl } from './url'

/**
 * Who asks: `kubernetes` is the API server with the schemas of custom resources, `draft` is kubeconform with a JSON
 * Schema of a draft before 2019.
 */
export type Dialect = 'kubernetes' | 'draft'

/** The question a format asks, undefined when it is not asked: then every value will do. */
export const formatTest = (name: string, dialect: Dialect): ScalarTest | undefined =>
  dialect === 'draft' ? draft.get(name) : kubernetes.get(name.replaceAll('-', ''))

type Row = readonly [name: string, expected: string, accepts: (text: string) => boolean]

const table = (rows: readonly Row[]): ReadonlyMap<string, ScalarTest> =>
  new Map(
    rows.map(([name, expected, accepts]) => [
      name,
      { expected, accepts: (data) => typeof data !== 'string' || accepts(data) },
    ]),
  )

const matching = (expression: RegExp) => (text: string) => expression.test(text)

const pointer = String.raw`(?:\/(?:[^~/]|~[01])*)*`
const wholeNumber = String.raw`(?:0|[1-9]\d*)`
const label = String.raw`(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)`
const semver = new RegExp(
  `^${wholeNumber}\\.${wholeNumber}\\.${wholeNumber}(?:-${label}(?:\\.${label})*)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
)

function isUriTemplate(text: string): boolean {
  const segments = parseUrl(text, 'reference')?.path.split('/')
  return segments?.every((segment) => /^(?:[^{}]|\{[^{}]*\})*$/.test(segment)) ?? false
}

const uuid = 'a UUID like 123e4567-e89b-12d3-a456-426614174000'
const email = 'an e-mail address like ada@example.com'
const hostname = 'a host name like www.example.com'
const ipv4 = 'an IPv4 address like 10.0.0.1'
const ipv6 = 'an IPv6 address like 2001:db8::1'
const date = 'a date like 2024-05-01'
const reference = 'a URI, absolute or relative'
const isReference = (text: string) => !text.includes('\\') && parseUrl(text, 'reference') !== undefined
const isUri = (text: string) => Boolean(parseUrl(text, 'reference')?.scheme)

/** Source: santhosh-tekuri/jsonschema v6.0.1 `format.go`, with kubeconform's own `duration`. */
const draft = table([
  ['date-time', expectedTime, time.isDateTime],
  ['date', date, isDate],
  ['time', 'a time of day like 12:00:00Z', time.isTimeOfDay],
  [
    'duration',
    'a duration like 1h30m or PT1H30M',
    (text) => time.isGoDuration(text) || time.isIsoDuration(text),
  ],
  ['period', 'a period like 2024-05-01T12:00:00Z/P1D', time.isPeriod],
  ['email', email, net.isEmail],
  ['hostname', hostname, net.isHostname],
  ['ipv4', ipv4, net.isIpv4],
  ['ipv6', ipv6, net.isIpv6],
  ['uri', 'an absolute URI like https://example.com', isUri],
  ['iri', 'an absolute URI like https://example.com', isUri],
  ['uri-reference', reference, isReference],
  ['iri-reference', reference, isReference],
  ['uri-template', 'a URI template like /pods/{name}', isUriTemplate],
  ['uuid', uuid, matching(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i)],
  ['json-pointer', 'a JSON pointer like /spec/replicas', matching(new RegExp(`^${pointer}$`))],
  [
    'relative-json-pointer',
    'a relative JSON pointer like 1/name',
    matching(new RegExp(`^${wholeNumber}(?:#|${pointer})$`)),
  ],
  ['regex', 'a regular expression of Go', (text) => patternTest(text) !== undefined],
  ['semver', 'a semantic version like 1.2.3', matching(semver)],
])

/** Source: kube-openapi `strfmt.HostnamePattern`. */
const kubernetesHostname = patternTest(
  String.raw`^([a-zA-Z0-9\p{S}\p{L}]((-?[a-zA-Z0-9\p{S}\p{L}]{0,62})?)|([a-zA-Z0-9\p{S}\p{L}](([a-zA-Z0-9-\p{S}\p{L}]{0,61}[a-zA-Z0-9\p{S}\p{L}])?)(\.)){1,}([a-zA-Z\p{L}]){2,63})$`,
)

const isKubernetesHostname = (text: string): boolean =>
  text.length <= 255 &&
  text.split('.').every((part) => part.length <= 63) &&
  kubernetesHostname?.accepts(text) === true

const uuidOf = (version: string, variant: string) =>
  matching(new RegExp(`^[0-9a-f]{8}-?[0-9a-f]{4}-?${version}-?${variant}[0-9a-f]{3}-?[0-9a-f]{12}$`, 'i'))

/**
 * The formats the API server asks of custom resources, their names without dashes. It does not ask for others: not
 * even `int32` or `int64`, and some it knows only from 1.34 on. Sources: apiextensions-apiserver
 * `supportedVersionedFormats`, kube-openapi `strfmt`.
 */
const kubernetes = table([
  ['datetime', expectedTime, time.isLooseDateTime],
  ['date', date, isDate],
  ['duration', 'a duration like 1h30m', time.isLooseDuration],
  ['email', email, net.isMailAddress],
  ['hostname', hostname, isKubernetesHostname],
  ['ipv4', ipv4, net.isKubernetesIpv4],
  ['ipv6', ipv6, net.isIpv6],
  ['cidr', 'a range of addresses like 10.0.0.0/8', net.isCidr],
  ['mac', 'a MAC address like 01:23:45:67:89:ab', net.isMac],
  [
    'uri',
    'an absolute URI like https://example.com, or an absolute path',
    (text) => parseUrl(text, 'request') !== undefined,
  ],
  ['uuid', uuid, uuidOf('[0-9a-f]{4}', '[0-9a-f]')],
  ['uuid3', uuid, uuidOf('3[0-9a-f]{3}', '[0-9a-f]')],
  ['uuid4', uuid, uuidOf('4[0-9a-f]{3}', '[89ab]')],
  ['uuid5', uuid, uuidOf('5[0-9a-f]{3}', '[89ab]')],
  // Stricter than the field type `byte` of the built-in API: neither empty nor with line breaks.
  ['byte', expectedBase64, (text) => text !== '' && !/[\r\n]/.test(text) && isBase64(text)],
  ['bsonobjectid', 'an object id of 24 hexadecimal digits', matching(/^[0-9a-f]{24}$/i)],
  ['isbn', 'an ISBN like 978-0321751041', (text) => codes.isIsbn10(text) || codes.isIsbn13(text)],
  ['isbn10', 'an ISBN like 0321751043', codes.isIsbn10],
  ['isbn13', 'an ISBN like 978-0321751041', codes.isIsbn13],
  ['creditcard', 'the number of a credit card', codes.isCreditCard],
  ['ssn', 'a social security number like 111-22-3333', codes.isSocialSecurityNumber],
  ['hexcolor', 'a colour like #0077ff', codes.isHexColor],
  ['rgbcolor', 'a colour like rgb(0, 119, 255)', codes.isRgbColor],
])
