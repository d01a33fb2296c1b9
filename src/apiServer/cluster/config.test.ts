import { expect, test } from 'vitest'
import type { JsonObject } from '../../engine/model/json'
import { admitObject } from '../admit'
import { tlsProblem } from './tls'

const answerTo = (kind: string, fields: JsonObject) =>
  admitObject({ apiVersion: 'v1', kind, metadata: { name: 'a' }, ...fields }, 36)
const causes = (kind: string, fields: JsonObject) =>
  answerTo(kind, fields)?.causes.map(({ reason, place }) => `${reason.slice(10)} ${place.field}`)

const long = (length: number): string => 'a'.repeat(length)

test.each<[JsonObject, readonly string[]]>([
  [{ data: { 'a/b': 'x' } }, ['Invalid data[a/b]']],
  [{ data: { '..': 'x', '..a': 'x' } }, ['Invalid data[..]', 'Invalid data[..a]']],
  [{ data: { '.a': 'x', [long(253)]: 'x' } }, []],
  [{ binaryData: { 'a b': 'YQ==' } }, ['Invalid binaryData[a b]']],
  [{ data: { a: 'x' }, binaryData: { a: 'YQ==' } }, ['Invalid data[a]']],
  [{ data: { a: 'x' }, binaryData: { b: 'YQ==' } }, []],
  [{ data: { a: long(1_048_576), b: null } }, []],
  [{ data: { a: long(1_048_577) } }, ['TooLong []']],
  [{}, []],
])('ConfigMap %#', (fields, expected) => expect(causes('ConfigMap', fields)).toEqual(expected))

const typed = (type: string, stringData: JsonObject): JsonObject => ({
  type: `kubernetes.io/${type}`,
  stringData,
})

test.each<[JsonObject, readonly string[]]>([
  [{ stringData: { 'a/b': 'x' } }, ['Invalid data[a/b]']],
  [{ data: { a: 'YQ==' }, stringData: { a: long(1_048_577) } }, ['TooLong data']],
  [{ data: { a: btoa(long(1_048_576)) } }, []],
  [{ data: { a: btoa(long(1_048_577)) } }, ['TooLong data']],
  [typed('tls', { 'tls.key': 'x' }), ['Required data[tls.crt]']],
  [typed('tls', { 'tls.crt': '', 'tls.key': '' }), []],
  [typed('dockercfg', {}), ['Required data[.dockercfg]']],
  [typed('dockercfg', { '.dockercfg': '{}' }), []],
  [typed('dockerconfigjson', { '.dockerconfigjson': '[]' }), ['Invalid data[.dockerconfigjson]']],
  [typed('dockerconfigjson', { '.dockerconfigjson': 'null' }), []],
  [typed('ssh-auth', { 'ssh-privatekey': '' }), ['Required data[ssh-privatekey]']],
  [typed('ssh-auth', { 'ssh-privatekey': 'x' }), []],
  [typed('basic-auth', {}), ['Required data[username]', 'Required data[password]']],
  [typed('basic-auth', { password: '' }), []],
  [typed('service-account-token', {}), ['Required metadata.annotations[kubernetes.io/service-account.name]']],
  [{ type: 'example.com/x' }, []],
])('Secret %#', (fields, expected) => expect(causes('Secret', fields)).toEqual(expected))

/** A block of PEM that holds one sequence of DER, of so many bytes. */
const pem = (name: string, length: number, bytes = length): string => {
  const head = length < 128 ? [length] : [0x82, length >> 8, length & 0xff]
  const body = btoa(String.fromCharCode(0x30, ...head, ...Array<number>(bytes).fill(1)))
  return `-----BEGIN ${name}-----\n${body.replace(/(.{64})/g, '$1\n')}\n-----END ${name}-----\n`
}
const key = pem('PRIVATE KEY', 90)
const certificate = pem('CERTIFICATE', 300)

test.each<[string, string, string | undefined]>([
  [certificate, key, undefined],
  [`Some text\n${certificate}${certificate}`, key, undefined],
  ['x', key, 'tls.crt'],
  [pem('OTHER', 300), key, 'tls.crt'],
  [pem('CERTIFICATE', 300, 299), key, 'tls.crt'],
  // Headers that never end in a block: a text that once took hours to read.
  [`-----BEGIN CERTIFICATE-----\n${'aaaa: b\n'.repeat(40)}`, key, 'tls.crt'],
  [`-----BEGIN CERTIFICATE-----\n${certificate}`, key, undefined],
  [certificate.replace('\n', '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n'), key, undefined],
  [certificate, '', 'tls.key'],
  [certificate, certificate, 'tls.key'],
  [certificate, pem('EC PRIVATE KEY', 90), undefined],
  [certificate, pem('PRIVATE KEY', 90, 91), 'tls.key'],
])('a certificate and a key %#', (crt, text, expected) => {
  const problem = tlsProblem(crt, text)
  if (expected === undefined) expect(problem).toBeUndefined()
  else expect(problem).toContain(expected)
})

test('a TLS Secret without PEM has a warning', () =>
  expect(
    answerTo('Secret', typed('tls', { 'tls.crt': 'x', 'tls.key': 'y' }))?.warnings.map(({ rule }) => rule),
  ).toEqual(['unreadable-certificate']))

const security = 'pod-security.kubernetes.io'
const labeled = (labels: JsonObject): JsonObject => ({ metadata: { name: 'a', labels } })

test.each<[JsonObject, readonly string[]]>([
  [{ metadata: { name: 'Prod' } }, ['Invalid metadata.name']],
  [{ metadata: { name: long(64) } }, ['Invalid metadata.name', 'Invalid metadata.labels']],
  [{ metadata: { name: '1a', namespace: 'x' } }, []],
  [{ spec: { finalizers: ['a'] } }, ['Invalid spec.finalizers']],
  [{ spec: { finalizers: ['kubernetes', 'example.com/a'] } }, []],
  [labeled({ [`${security}/warn`]: 'Restricted' }), [`Invalid metadata.labels[${security}/warn]`]],
  [
    labeled({ [`${security}/audit-version`]: '1.30' }),
    [`Invalid metadata.labels[${security}/audit-version]`],
  ],
  [labeled({ [`${security}/enforce`]: 'baseline', [`${security}/enforce-version`]: 'v1.30' }), []],
  // Labels of Pod Security are looked at last.
  [labeled({ [`${security}/warn`]: 'x', 'a b': 'x' }), ['Invalid metadata.labels']],
])('Namespace %#', (fields, expected) => expect(causes('Namespace', fields)).toEqual(expected))

test.each<[JsonObject, number]>([
  [{ 'kubernetes.io/enforce-mountable-secrets': 'true' }, 1],
  [{ a: 'b' }, 0],
])('a ServiceAccount with the annotations %j has %i warnings', (annotations, count) =>
  expect(answerTo('ServiceAccount', { metadata: { name: 'a', annotations } })?.warnings).toHaveLength(count),
)
