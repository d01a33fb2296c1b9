import { expect, test } from 'vitest'
import { cidrText, ipText, isStrictlyInside, isV4, parseCidr, parseIp, specialKind } from './addresses'

test.each([
  ['10.0.0.1', '10.0.0.1'],
  ['010.000.0.01', '10.0.0.1'],
  ['255.255.255.255', '255.255.255.255'],
  ['::', '::'],
  ['::1', '::1'],
  ['FD00::1', 'fd00::1'],
  ['fd00:0:0:0:0:0:0:1', 'fd00::1'],
  ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ['1::', '1::'],
  ['0001::00002', '1::2'],
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['::ffff:a00:1', '10.0.0.1'],
  ['64:ff9b::10.0.0.1', '64:ff9b::a00:1'],
])('%s is the address %s', (text, canonical) => expect(ipText(parseIp(text)?.bytes ?? [])).toBe(canonical))

test.each([
  '',
  'x',
  'None',
  '1.2.3',
  '1.2.3.4.5',
  '1.2.3.256',
  '1.2.3.-4',
  ' 1.2.3.4',
  '1.2.3.4/32',
  '1.2.3.4:80',
  '1..2.3',
  ':',
  ':::',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7::8',
  '1::2::3',
  'fe80::1%eth0',
  'g::1',
  '12345::1',
  '1.2.3.4::',
  '[::1]',
])('%j is no address', (text) => expect(parseIp(text)).toBeUndefined())

test('tells IPv4 from IPv6, and strict spellings from others', () => {
  const facts = (text: string) => {
    const ip = parseIp(text)
    return ip && [isV4(ip), ip.isMapped, ip.isStrict]
  }
  expect(facts('1.2.3.4')).toEqual([true, false, true])
  expect(facts('1.2.3.04')).toEqual([true, false, false])
  expect(facts('::ffff:1.2.3.4')).toEqual([true, true, true])
  expect(facts('::1')).toEqual([false, false, true])
  expect(facts('::00001')).toEqual([false, false, false])
})

test.each([
  ['10.0.0.0/8', '10.0.0.0/8', false],
  ['10.0.0.1/8', '10.0.0.0/8', true],
  ['10.1.2.3/12', '10.0.0.0/12', true],
  ['0.0.0.0/0', '0.0.0.0/0', false],
  ['10.0.0.1/32', '10.0.0.1/32', false],
  ['2001:DB8::/32', '2001:db8::/32', false],
  ['2001:db8::1/64', '2001:db8::/64', true],
  ['::ffff:10.0.0.0/104', '10.0.0.0/8', false],
])('%s is the range %s', (text, canonical, hasHostBits) => {
  const cidr = parseCidr(text)
  expect(cidr && cidrText(cidr)).toBe(canonical)
  expect(cidr?.hasHostBits).toBe(hasHostBits)
})

test.each(['10.0.0.0', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/8/8', 'x/8', '::/129', '/8'])(
  '%j is no range',
  (text) => expect(parseCidr(text)).toBeUndefined(),
)

test.each([
  ['10.1.0.0/16', '10.0.0.0/8', true],
  ['10.0.0.0/8', '10.0.0.0/8', false],
  ['10.0.0.0/7', '10.0.0.0/8', false],
  ['11.0.0.0/16', '10.0.0.0/8', false],
  ['fd00::/64', '10.0.0.0/8', false],
  ['fd00:1::/64', 'fd00::/16', true],
])('whether %s is a part of %s', (inner, outer, expected) => {
  const [first, second] = [parseCidr(inner), parseCidr(outer)]
  expect(first && second && isStrictlyInside(first, second)).toBe(expected)
})

test.each([
  ['0.0.0.0', 'the unspecified address'],
  ['::', 'the unspecified address'],
  ['127.1.2.3', 'a loopback address'],
  ['::1', 'a loopback address'],
  ['169.254.0.1', 'a link-local address'],
  ['fe80::1', 'a link-local address'],
  ['febf::1', 'a link-local address'],
  ['224.0.0.9', 'a link-local multicast address'],
  ['ff02::1', 'a link-local multicast address'],
  ['fec0::1', undefined],
  ['224.0.1.1', undefined],
  ['10.0.0.1', undefined],
])('what kind of address %s is', (text, kind) => {
  const ip = parseIp(text)
  expect(ip && specialKind(ip)).toBe(kind)
})
