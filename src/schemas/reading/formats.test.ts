import { describe, expect, test } from 'vitest'
import { formatTest } from './formats'

type Row = readonly [format: string, valid: readonly string[], invalid: readonly string[]]

const check = (dialect: 'draft' | 'kubernetes', rows: readonly Row[]) => {
  test.each(rows)('%s', (name, valid, invalid) => {
    const accepted = (texts: readonly string[]) =>
      texts.filter((text) => formatTest(name, dialect)?.accepts(text) ?? true)
    expect(accepted(valid)).toEqual(valid)
    expect(accepted(invalid)).toEqual([])
  })
}

describe('a draft before 2019', () => {
  check('draft', [
    [
      'date-time',
      ['2020-01-01T00:00:00Z', '2020-01-01t00:00:00z', '2020-06-30T23:59:60Z', '2020-01-01T00:00:00.5+05:30'],
      ['2020-01-01', '2020-13-01T00:00:00Z', '2020-01-01 00:00:00Z', '2020-01-01T24:00:00Z', 'nope'],
    ],
    ['date', ['2024-02-29', '2000-02-29'], ['2023-02-29', '1900-02-29', '2020-1-1', '2020-00-01']],
    ['time', ['10:00:00Z', '00:59:60+01:00'], ['10:00:00', '00:59:60Z', '10:00:00+24:00']],
    [
      'duration',
      ['1h30m', '0', '+5s', '.5s', '5.s', '5ns', '-2562047h47m16.854775808s', 'P1D', 'PT1H', 'P1W'],
      ['1w', '1d', '5', '', '1h 30m', '9999999999h', 'PT', 'P1H', 'PT1D', 'p1d', 'P', 'P1D1Y'],
    ],
    ['period', ['2024-05-01T12:00:00Z/P1D', 'P1D/2024-05-01T12:00:00Z'], ['P1D/P1D', '2024-05-01T12:00:00Z']],
    [
      'email',
      ['a@b.c', '"a b"@c', 'a@[1.2.3.4]', 'a@[IPv6:::1]'],
      ['nope', 'a b@c', '.a@b', 'a@-b', 'a@[1.2]'],
    ],
    ['hostname', ['foo.bar', 'foo.', '1.2.3.4'], ['*.foo', '', 'a..b', '-a', `${'a'.repeat(64)}.b`]],
    ['ipv4', ['1.2.3.4', '255.255.255.255'], ['1.2.3', '01.2.3.4', '1.2.3.256', '::1']],
    [
      'ipv6',
      ['::1', '::', '2001:db8::1', '1:2:3:4:5:6:7:8', '::ffff:1.2.3.4'],
      ['1.2.3.4', 'fe80::1%eth0', '1::2::3', '1:2:3:4:5:6:7:8:9', ':1', '::ffff:01.2.3.4'],
    ],
    [
      'uri',
      ['a:b', 'http://[::1]:80/x', 'mailto:x', 'http://u:p@h/'],
      ['http://[::1', 'foo', '/foo', 'http://a b/', 'http://a/%zz', 'http://a:80:90/', ':x', 'http://[::g]/'],
    ],
    ['uri-reference', ['foo', '/a?b#c', '?q', ''], ['a\\b', '%zz', '1a:b', '#%']],
    ['uri-template', ['/pods/{name}', '/a'], ['/{x', '/x}/{y', '/{{x}}']],
    [
      'uuid',
      ['123e4567-e89b-12d3-a456-426614174000', '123E4567-E89B-12D3-A456-426614174000'],
      ['nope', '123e4567e89b12d3a456426614174000'],
    ],
    ['json-pointer', ['', '/a~1b', '/'], ['a', '/a~2', '/a~']],
    ['relative-json-pointer', ['0#', '1/a', '2'], ['a', '01', '1a']],
    ['regex', ['abc'], ['a(', '(?=a)']],
    ['semver', ['1.2.3', '1.2.3-a.1+b', '1.2.3-0a'], ['v1.2.3', '1.2', '1.02.3', '1.2.3-01', '1.2.3-']],
    ['int32', ['anything'], []],
    ['cidr', ['anything'], []],
    ['k8s-short-name', ['anything'], []],
  ])
})

describe('the API server', () => {
  check('kubernetes', [
    [
      'date-time',
      ['2020-01-01T00:00:00Z', '2020-01-01t00:00:00.5+01:00'],
      ['2020-01-01', '2020-01-01T00:00:60Z', '2020-01-01T00:00:00', 'nope'],
    ],
    ['date', ['2024-02-29'], ['2023-02-29']],
    ['duration', ['1h30m', '3 days', '1w', '22 ns'], ['', '5', 'PD', 'soon']],
    ['email', ['a@b', 'Ada <a@b.c>', '"a b"@c'], ['nope', 'a b@c', 'a,b@c', '@b', 'a@b@c']],
    ['hostname', ['foo.bar', 'foo', 'a-b.example.com'], ['foo-bar-', 'a_b.com', '', 'foo.']],
    ['ipv4', ['1.2.3.4', '01.2.3.4', '::ffff:1.2.3.4'], ['1.2.3', '::1']],
    ['ipv6', ['::1'], ['1.2.3.4', 'fe80::1%eth0']],
    ['cidr', ['10.0.0.0/8', '::/0', '010.0.0.0/08'], ['10.0.0.0', '10.0.0.0/33', '::/129', '/8']],
    [
      'mac',
      ['01:23:45:67:89:ab', '01-23-45-67-89-ab-cd-ef', '0123.4567.89ab', '0123456789ab'],
      ['01:23:45:67:89', '01:23-45:67:89:ab', '01:23:45:67:89:ag'],
    ],
    ['uri', ['http://a/b', '/a', 'a:b'], ['', 'a', 'http://a/%zz', 'http://a b/']],
    ['uuid', ['123e4567e89b12d3a456426614174000'], ['123e4567']],
    ['uuid4', ['123e4567-e89b-42d3-a456-426614174000'], ['123e4567-e89b-12d3-a456-426614174000']],
    ['byte', ['aGVsbG8='], ['', 'aGVsbG8', 'a b=']],
    ['bsonobjectid', ['507f1f77bcf86cd799439011'], ['507f']],
    ['isbn', ['0321751043', '978-0321751041'], ['0321751044']],
    ['isbn10', ['0321751043'], ['978-0321751041']],
    ['isbn13', ['978-0321751041'], ['0321751043']],
    ['creditcard', ['4111 1111 1111 1111'], ['4111 1111 1111 1112']],
    ['ssn', ['111-22-3333'], ['111223333']],
    ['hexcolor', ['#fff', '0077ff'], ['#ffff']],
    ['rgbcolor', ['rgb(0, 119, 255)'], ['rgb(0, 119, 256)', 'rgb(#,#,#)']],
    ['int32', ['anything'], []],
    ['password', ['anything'], []],
    ['idn-email', ['anything'], []],
  ])
})

test.each([
  ['duration', 'draft', 'a duration like 1h30m or PT1H30M'],
  ['email', 'kubernetes', 'an email address like ada@example.com'],
  ['ipv4', 'draft', 'an IPv4 address like 10.0.0.1'],
] as const)('the format %s of %s has a description', (name, dialect, expected) => {
  expect(formatTest(name, dialect)?.expected).toBe(expected)
})

test.each(['duration', 'ipv4', 'regex'])('%s accepts values that are not text', (name) => {
  const accepts = [null, true, 5, 5n].map((data) => formatTest(name, 'draft')?.accepts(data))
  expect(accepts).toEqual([true, true, true, true])
})

test('long texts are checked quickly', () => {
  const names = [
    'date-time',
    'duration',
    'email',
    'hostname',
    'ipv6',
    'uri',
    'uri-template',
    'semver',
    'json-pointer',
  ]
  const texts = ['1', 'a', ':', '{', '~', '1.', '-', 'a@', '%'].map((part) => `${part.repeat(100_000)}\n`)
  const accepted = names.flatMap((name) => texts.filter((text) => formatTest(name, 'draft')?.accepts(text)))
  expect(accepted).toEqual([])
}, 5000)
