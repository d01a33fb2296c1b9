import { expect, test } from 'vitest'
import { isFloat, keyText, resolvePlain, resolveTagged, type ScalarData } from './resolveScalar'

test.each(['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'])('%s is true', (text) =>
  expect(resolvePlain(text)).toBe(true),
)

test.each(['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'])(
  '%s is false',
  (text) => expect(resolvePlain(text)).toBe(false),
)

test.each(['', '~', 'null', 'Null', 'NULL'])('%j is null', (text) => expect(resolvePlain(text)).toBeNull())

test.each<[text: string, data: ScalarData]>([
  ['0', 0],
  ['-0', 0],
  ['12', 12],
  ['+5', 5],
  ['0777', 511],
  ['010', 8],
  ['0o17', 15],
  ['0O17', 15],
  ['08', 8],
  ['09', 9],
  ['0x1F', 31],
  ['-0x1f', -31],
  ['0X1F', 31],
  ['0b101', 5],
  ['-0b11', -3],
  ['0B1', 1],
  ['1_000', 1000],
  ['1__0', 10],
  ['123_', 123],
  ['0_7', 7],
  ['1e3', 1000],
  ['1E3', 1000],
  ['1.e3', 1000],
  ['2.0', 2],
  ['1_0.5', 10.5],
  ['.5', 0.5],
  ['5.', 5],
  ['-.5', -0.5],
  ['1e-400', 0],
  ['9007199254740993', 9007199254740993n],
  ['18446744073709551615', 18446744073709551615n],
  ['18446744073709551616', 18446744073709552000],
  ['-9223372036854775808', -9223372036854775808n],
  ['+9223372036854775808', 9223372036854775808],
])('%s is the number %s', (text, data) => expect(resolvePlain(text)).toBe(data))

test.each([
  ...['yEs', 'oN', 'tRue', 'nUll', 't', 'f', 'Infinity', 'NaN', '=', '<<', 'e7'],
  ...['1:30', '190:20:30', '2001-01-01', '2001-01-01T00:00:00Z', '12:30', '1.2.3'],
  ...['0x', '0xZZ', '0o8', '0b2', '+', '-', '_1', '1,000', '1e', '1e400', '0x1p-2', '.', '..', '.5.'],
])('%s is text', (text) => expect(resolvePlain(text)).toBe(text))

test.each(['.nan', '.NaN', '.NAN', '.inf', '.Inf', '.INF', '-.inf', '+.INF'])('%s is not finite', (text) =>
  expect(resolvePlain(text)).not.toSatisfy(Number.isFinite),
)

test.each<[tag: string, text: string, quoted: boolean, data: ScalarData | undefined]>([
  ['str', '5', false, '5'],
  ['str', 'yes', false, 'yes'],
  ['int', '5', true, 5],
  ['int', 'x', false, undefined],
  ['int', '1.5', false, undefined],
  ['float', '3', false, 3],
  ['float', 'x', false, undefined],
  ['bool', 'yes', false, true],
  ['bool', '5', false, undefined],
  ['null', '~', false, null],
  ['null', 'x', false, undefined],
  ['timestamp', '2001-01-01', false, '2001-01-01'],
  ['timestamp', 'noon', false, undefined],
  ['binary', 'aGk=', false, 'hi'],
  ['binary', '?', false, undefined],
  ['unknown', '5', false, '5'],
])('!!%s %s (quoted: %s) is %j', (tag, text, quoted, data) => {
  const resolved = resolveTagged(`tag:yaml.org,2002:${tag}`, text, quoted)
  expect('data' in resolved ? resolved.data : undefined).toBe(data)
})

test('a value with an unknown tag is text', () =>
  expect(resolveTagged('!foo', '5', false)).toEqual({ data: '5' }))

test.each<[data: ScalarData, key: string | undefined]>([
  ['app', 'app'],
  [true, 'true'],
  [false, 'false'],
  [8080, '8080'],
  [9007199254740993n, '9007199254740993'],
  [3.1, '3.1'],
  [1.23456789, '1.2345679'],
  [0.00001, '1e-05'],
  [null, undefined],
])('the key of %s is %s', (data, key) => expect(keyText(data)).toBe(key))

/** Floats as Go's `strconv.FormatFloat(value, 'g', -1, 32)` prints them; whole numbers by their digits. */
test.each([
  ['0', '0'],
  ['-0', '0'],
  ['0.0', '0'],
  ['+0.0', '0'],
  ['-0.0', '-0'],
  ['-.0', '-0'],
  ['-0e5', '-0'],
  ['-1e-400', '-0'],
  ['-1e-46', '-0'],
  ['1e-46', '0'],
  ['1.0', '1'],
  ['2.0', '2'],
  ['5.', '5'],
  ['-.5', '-0.5'],
  ['3.10', '3.1'],
  ['1_0.5', '10.5'],
  ['1e3', '1000'],
  ['100000.0', '100000'],
  ['100000', '100000'],
  ['1000000', '1000000'],
  ['1e6', '1e+06'],
  ['-1e6', '-1e+06'],
  ['999999.9', '999999.9'],
  ['16777217.0', '1.6777216e+07'],
  ['2.5e10', '2.5e+10'],
  ['1e21', '1e+21'],
  ['0.0001', '0.0001'],
  ['1.5e-7', '1.5e-07'],
  ['1e-45', '1e-45'],
  ['3.4028235e38', '3.4028235e+38'],
  ['3.5e38', '.inf'],
  ['-1e300', '-.inf'],
  ['.inf', '.inf'],
  ['-.INF', '-.inf'],
  ['.NaN', '.nan'],
  ['08', '8'],
  ['0x1F', '31'],
  ['089999999', '9e+07'],
  ['18446744073709551616', '1.8446744e+19'],
])('the key %s is %s', (text, key) => expect(keyText(resolvePlain(text), isFloat(text))).toBe(key))
