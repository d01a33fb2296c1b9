import type { ScalarTest } from '../../engine/schema/schema'
import { isBase64 } from '../../kubernetes/base64'
import { isDate } from '../../kubernetes/time'
import * as identifier from './identifierFormats'
import * as network from './networkFormats'
import { expectedBase64, expectedTime } from '../typeCodes'
import { patternTest, patternTestOnDemand } from './pattern'
import * as time from './timeFormats'
import { parseUrl } from './url'

/**
 * Whose formats: those of the API server for custom resources (`kubernetes`), or those of kubeconform for JSON Schemas of
 * a draft before 2019 (`draft`).
 */
type Dialect = 'kubernetes' | 'draft'

/** The test of a format; undefined for a format that is not checked, so that it accepts every value. */
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
const email = 'an email address like ada@example.com'
const hostname = 'a host name like www.example.com'
const ipv4 = 'an IPv4 address like 10.0.0.1'
const ipv6 = 'an IPv6 address like 2001:db8::1'
const date = 'a date like 2024-05-01'
const reference = 'a URI, absolute or relative'
const isReference = (text: string) => !text.includes('\\') && parseUrl(text, 'reference') !== undefined
const isUri = (text: string) => Boolean(parseUrl(text, 'reference')?.scheme)

/** Source: santhosh-tekuri/jsonschema v6.0.1 `format.go`, with kubeconform's own format `duration`. */
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
  ['email', email, network.isEmail],
  ['hostname', hostname, network.isHostname],
  ['ipv4', ipv4, network.isIpv4],
  ['ipv6', ipv6, network.isIpv6],
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
  ['regex', 'a Go regular expression', (text) => patternTest(text) !== undefined],
  ['semver', 'a semantic version like 1.2.3', matching(semver)],
])

/** Source: kube-openapi `strfmt.HostnamePattern`. */
const kubernetesHostname = patternTestOnDemand(
  String.raw`^([a-zA-Z0-9\p{S}\p{L}]((-?[a-zA-Z0-9\p{S}\p{L}]{0,62})?)|([a-zA-Z0-9\p{S}\p{L}](([a-zA-Z0-9-\p{S}\p{L}]{0,61}[a-zA-Z0-9\p{S}\p{L}])?)(\.)){1,}([a-zA-Z\p{L}]){2,63})$`,
)

const isKubernetesHostname = (text: string): boolean =>
  text.length <= 255 && text.split('.').every((part) => part.length <= 63) && kubernetesHostname.accepts(text)

const uuidOf = (version: string, variant: string) =>
  matching(new RegExp(`^[0-9a-f]{8}-?[0-9a-f]{4}-?${version}-?${variant}[0-9a-f]{3}-?[0-9a-f]{12}$`, 'i'))

/**
 * The formats that the API server checks in custom resources, by name without hyphens. It does not check others, such as
 * `int32` and `int64`, and some only since 1.34. Sources: apiextensions-apiserver `supportedVersionedFormats`,
 * kube-openapi `strfmt`.
 */
const kubernetes = table([
  ['datetime', expectedTime, time.isLooseDateTime],
  ['date', date, isDate],
  ['duration', 'a duration like 1h30m', time.isLooseDuration],
  ['email', email, network.isMailAddress],
  ['hostname', hostname, isKubernetesHostname],
  ['ipv4', ipv4, network.isKubernetesIpv4],
  ['ipv6', ipv6, network.isIpv6],
  ['cidr', 'a CIDR range like 10.0.0.0/8', network.isCidr],
  ['mac', 'a MAC address like 01:23:45:67:89:ab', network.isMac],
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
  ['bsonobjectid', 'a BSON object ID of 24 hexadecimal digits', matching(/^[0-9a-f]{24}$/i)],
  ['isbn', 'an ISBN like 978-0321751041', (text) => identifier.isIsbn10(text) || identifier.isIsbn13(text)],
  ['isbn10', 'an ISBN like 0321751043', identifier.isIsbn10],
  ['isbn13', 'an ISBN like 978-0321751041', identifier.isIsbn13],
  ['creditcard', 'a credit card number', identifier.isCreditCard],
  ['ssn', 'a social security number like 111-22-3333', identifier.isSocialSecurityNumber],
  ['hexcolor', 'a colour like #0077ff', identifier.isHexColor],
  ['rgbcolor', 'a colour like rgb(0, 119, 255)', identifier.isRgbColor],
])
