import { expect, test } from 'vitest'
import { compile, describe as say } from './compile'
import { typeText } from './types'
import { requestEnvironment, withMutations } from './variables'

const setting = { hasParams: false, hasAuthorizer: true }

/** The type of an expression, or what is wrong with it. */
function outcome(source: string, minor = 36): string {
  const compiled = compile(source, withMutations(requestEnvironment(minor, setting)))
  if ('failure' in compiled) return say(source, compiled.failure)
  return compiled.late ? `late: ${say(source, compiled.late)}` : typeText(compiled.type)
}

test.each([
  ['1 + 1', 'int'],
  ['object.a.b == 1', 'bool'],
  ['object', 'dyn'],
  ['request.userInfo.groups', 'list(string)'],
  ['request.namespace', 'string'],
  ["namespaceObject.metadata.labels['a']", 'string'],
  ["authorizer.group('').resource('pods').check('get').allowed()", 'bool'],
  ["authorizer.requestResource.check('get')", 'kubernetes.authorization.Decision'],
  ['[]', 'list(dyn)'],
  ['{}', 'map(dyn, dyn)'],
  ['[[], [1]]', 'list(list(int))'],
  ['1 < 1.5', 'bool'],
  ['object == null', 'bool'],
  ['request == null', 'bool'],
  ['[1, 2].map(x, string(x))', 'list(string)'],
  ['[1, 2].exists_one(x, x > 1)', 'bool'],
  ["{'a': 1}.transformList(k, v, k + string(v))", 'list(string)'],
  ["{'a': 1}.transformMap(k, v, v > 0)", 'map(string, bool)'],
  ["['a'].transformMapEntry(i, v, {v: i})", 'map(string, int)'],
  ["object.?metadata.labels[?'a'].orValue('')", 'string'],
  ['optional.of(1).optMap(x, [x])', 'optional_type(list(int))'],
  ['[3, 1].sortBy(x, -x)', 'list(int)'],
  ['[[1], [2]].flatten()', 'list(int)'],
  ["sets.contains(['a'], ['b'])", 'bool'],
  ["'%s: %d'.format(['a', 1])", 'string'],
  ["isIP('a') && cidr('a').containsIP(ip('b'))", 'bool'],
  ["quantity('1Mi').add(1).asInteger()", 'int'],
  ["semver('1.0.0').compareTo(semver('2.0.0'))", 'int'],
  ["url('a').getQuery()", 'map(string, list(string))'],
  ["format.dns1123Label().validate('a')", 'optional_type(list(string))'],
  ["'a'.matches('^[a-z]+$')", 'bool'],
  ["timestamp('2024-02-29T00:00:00Z') + duration('1h30m')", 'timestamp'],
  ["int('1')", 'int'],
  ['type(object) == net.IP', 'bool'],
  ['Object{spec: Object.spec{a: 1}}', 'Object'],
  ["[JSONPatch{op: 'add', path: '/a', value: 1}]", 'list(JSONPatch)'],
  ["jsonpatch.escapeKey('a/b')", 'string'],
])('%s', (source, type) => {
  expect(outcome(source)).toBe(type)
})

const at = (character: number): string => `is not valid CEL at character ${character}:`

test.each([
  ['a.b == 1', `${at(1)} the name a is not known here`],
  ['params.x', `${at(1)} the name params is not known here`],
  ['foo(1)', `${at(4)} the function foo is not known here`],
  [
    "object.a == 1 && 'é' + 1 == ''",
    `${at(22)} the operator + does not take values of these types: string, int`,
  ],
  ["1 == 'a'", `${at(3)} the operator == does not take values of these types: int, string`],
  ['request.foo', `${at(8)} there is no field foo`],
  ["'a'.b", `${at(4)} a value of type string has no fields, so there is no b`],
  ["'a'[0]", `${at(4)} values of these types cannot be indexed: string, int`],
  ['true && 1', `${at(9)} expected bool, but found int`],
  ['[1].all(x, x)', `${at(12)} expected bool, but found int`],
  ["'a'.all(x, true)", `${at(1)} a value of type string is neither a list nor a map, so it has no items`],
  ["[1, 'a']", `${at(5)} a list or map must not mix types: found int and string`],
  ["{'a': 1, 'b': ''}", `${at(15)} a list or map must not mix types: found int and string`],
  ['[?1]', `${at(3)} expected an optional value, but found int`],
  ["'a'.contains(1)", `${at(13)} the function contains does not take values of these types: string, int`],
  ['Foo{}', `${at(4)} the type Foo is not known here`],
  ['JSONPatch{op: 1}', `${at(13)} the field op has type string, not int`],
  ['JSONPatch{foo: 1}', `${at(14)} there is no field foo`],
  ["'a'.matches('(?=a)')", `${at(13)} the regular expression is not valid`],
  ["matches('(', 'a')", `${at(9)} the regular expression is not valid`],
  ["timestamp('2023-02-29T00:00:00Z')", `${at(11)} timestamp cannot read the value “2023-02-29T00:00:00Z”`],
  ["duration('1d')", `${at(10)} duration cannot read the value “1d”`],
  ["'%d'.format(['a'])", `${at(14)} “%d” does not take a value of type string`],
  ["'%s %s'.format(['a'])", `${at(16)} the format has more clauses than the list has values`],
  ["'%s'.format(['a', 'b'])", `${at(12)} the list has more values than the format has clauses`],
  ["'%y'.format([1])", `${at(1)} “%y” is not a valid format clause`],
  ['true &&\n  foo', 'is not valid CEL on line 2 at character 3: the name foo is not known here'],
  ["int('a')", `late: ${at(5)} int cannot read the value “a”`],
  ["bool('yes')", `late: ${at(6)} bool cannot read the value “yes”`],
  ["uint('-1')", `late: ${at(6)} uint cannot read the value “-1”`],
  ["'a'.find('(')", `late: ${at(10)} the regular expression is not valid`],
  [
    'type(object) == kubernetes.UserInfo',
    `late: ${at(27)} the type kubernetes.UserInfo cannot be used as a value`,
  ],
])('%s is refused', (source, problem) => {
  expect(outcome(source)).toBe(problem)
})

test.each([
  ["semver('1.0.0').major()", 34, 33],
  ['[1].distinct()', 35, 34],
  ["{'a': 1}.all(k, v, true)", 33, 32],
  ["isIP('a')", 31, 30],
  ["format.uuid().validate('a')", 32, 31],
  ["authorizer.group('').resource('pods').fieldSelector('a=b')", 32, 31],
])('%s is there since 1.%i', (source, since, before) => {
  expect(outcome(source, since)).not.toContain('not valid')
  expect(outcome(source, before)).toContain('not valid')
})
