import { describe, expect, test } from 'vitest'
import { DocumentCache } from '../../engine/objects/documentCache'
import { applyEdits } from '../../engine/model/textEdit'
import { findSecrets } from './findSecrets'
import { withValue, type Secret } from './secret'

const secretsOf = (text: string): readonly Secret[] => findSecrets(text, new DocumentCache().read(text))

const blank = (text: string): string =>
  applyEdits(
    text,
    secretsOf(text).map(({ blanked }) => blanked),
  )

/** What was found, and the text it was found in. */
const found = (text: string): readonly string[] =>
  secretsOf(text).map(({ what, range }) => `${what}: ${text.slice(range.from, range.to)}`)

const statuses = (text: string) =>
  new DocumentCache().read(text).map(({ reading }) => reading.document.status)

// Put together here, so that no scanner takes this file for a leak.
const letters = 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA1bC3dE5f'
const jwt = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', letters].join('.')
const github = `ghp_${letters.slice(0, 36)}`
const aws = `AKIA${'Q3EGR7LTZ5WXK2VN'}`
const pem = (indent: string, end = '\n'): string =>
  ['-----BEGIN RSA PRIVATE KEY-----', letters, letters, '-----END RSA PRIVATE KEY-----'].join(end + indent)

const secret = (rest: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\n  namespace: shop\n${rest}`
const container = (rest: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n  - name: web\n    image: nginx\n${rest}`

type Row = readonly [name: string, text: string, found: readonly string[], blanked: string]

const inSecrets: readonly Row[] = [
  [
    'data',
    secret('data:\n  password: aHVudGVyMg== # mine\n  user: "YWRtaW4="\n'),
    ['data of Secret shop/db, key password: aHVudGVyMg==', 'data of Secret shop/db, key user: "YWRtaW4="'],
    secret('data:\n  password: UkVEQUNURUQ= # mine\n  user: "UkVEQUNURUQ="\n'),
  ],
  [
    'data in a block',
    secret('data:\n  password: |\n    aHVu\n    dGVyMg==\n  user: YWRtaW4=\n'),
    [
      'data of Secret shop/db, key password: |\n    aHVu\n    dGVyMg==\n',
      'data of Secret shop/db, key user: YWRtaW4=',
    ],
    secret('data:\n  password: |\n    UkVEQUNURUQ=\n  user: UkVEQUNURUQ=\n'),
  ],
  [
    'data with CRLF',
    secret('data:\n  a: |-\n    aHVu\n    dGVyMg==\n').replaceAll('\n', '\r\n'),
    ['data of Secret shop/db, key a: |-\r\n    aHVu\r\n    dGVyMg==\r\n'],
    secret('data:\n  a: |-\n    UkVEQUNURUQ=\n').replaceAll('\n', '\r\n'),
  ],
  [
    'stringData of any kind',
    secret("stringData:\n  a: hunter2\n  b: 'it''s'\n  c: >-\n    two\n    lines\n  d: changeme\n  e: 12\n"),
    [
      'stringData of Secret shop/db, key a: hunter2',
      "stringData of Secret shop/db, key b: 'it''s'",
      'stringData of Secret shop/db, key c: >-\n    two\n    lines\n',
      'stringData of Secret shop/db, key d: changeme',
      'stringData of Secret shop/db, key e: 12',
    ],
    secret(
      "stringData:\n  a: REDACTED\n  b: 'REDACTED'\n  c: >-\n    REDACTED\n  d: REDACTED\n  e: REDACTED\n",
    ),
  ],
  [
    'a private key, but not its certificate',
    secret(
      `data:\n  tls.crt: ${btoa('-----BEGIN CERTIFICATE-----\nabc')}\n  tls.key: ${btoa(pem(''))}\n  ca.crt: ""\n`,
    ),
    [`data of Secret shop/db, key tls.key: ${btoa(pem(''))}`],
    secret(
      `data:\n  tls.crt: ${btoa('-----BEGIN CERTIFICATE-----\nabc')}\n  tls.key: UkVEQUNURUQ=\n  ca.crt: ""\n`,
    ),
  ],
  [
    'JSON',
    '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"},"data":{"k":"aHVudGVyMg=="}}',
    ['data of Secret a, key k: "aHVudGVyMg=="'],
    '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"a"},"data":{"k":"UkVEQUNURUQ="}}',
  ],
  [
    'a List',
    'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  data:\n    k: aHVudGVyMg==\n',
    ['data of Secret (unnamed), key k: aHVudGVyMg=='],
    'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Secret\n  data:\n    k: UkVEQUNURUQ=\n',
  ],
  [
    'the copy that kubectl apply keeps, and an older value in it',
    'apiVersion: v1\nkind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {"kind":"Secret","data":{"b2xk":"b2xk","p":"b2xk"}}\n  name: db\n',
    [
      'annotation kubectl.kubernetes.io/last-applied-configuration of Secret db: b2xk',
      'annotation kubectl.kubernetes.io/last-applied-configuration of Secret db: b2xk',
    ],
    'apiVersion: v1\nkind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {"kind":"Secret","data":{"b2xk":"UkVEQUNURUQ=","p":"UkVEQUNURUQ="}}\n  name: db\n',
  ],
  [
    'a copy in double quotes, with a value that is escaped twice',
    'apiVersion: v1\nkind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: "{\\"stringData\\":{\\"p\\":\\"a\\\\\\"b\\"}}"\n',
    [
      'annotation kubectl.kubernetes.io/last-applied-configuration of Secret (unnamed): "{\\"stringData\\":{\\"p\\":\\"a\\\\\\"b\\"}}"',
    ],
    'apiVersion: v1\nkind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: "{}"\n',
  ],
  [
    'a Secret with a syntax error',
    'kind: Secret\ndata:\n# a comment\n  a: aHVudGVyMg==\n  b: |\n    aHVu\n    dGVy\n  c: "aHVu"\nmetadata:\n  name: "x\n',
    [
      'data of a Secret: aHVudGVyMg==',
      'data of a Secret: aHVu',
      'data of a Secret: dGVy',
      'data of a Secret: "aHVu"',
    ],
    'kind: Secret\ndata:\n# a comment\n  a: UkVEQUNURUQ=\n  b: |\n    UkVEQUNURUQ=\n    UkVEQUNURUQ=\n  c: "UkVEQUNURUQ="\nmetadata:\n  name: "x\n',
  ],
]

const elsewhere: readonly Row[] = [
  [
    'a variable',
    container('    env:\n    - name: DB_PASSWORD\n      value: correct horse battery\n'),
    ['value of DB_PASSWORD: correct horse battery'],
    container('    env:\n    - name: DB_PASSWORD\n      value: REDACTED\n'),
  ],
  [
    'a variable with its value first, in JSON',
    '{"kind":"Pod","env":[{"value":"hunter2","name":"DB_PASSWORD"}]}',
    ['value of DB_PASSWORD: "hunter2"'],
    '{"kind":"Pod","env":[{"value":"REDACTED","name":"DB_PASSWORD"}]}',
  ],
  [
    'arguments',
    container('    args: ["--db-password=hunter2", "--api-token", "a8Kq29fLmZ0aB7"]\n'),
    ['value of db-password: hunter2', 'value of api-token: "a8Kq29fLmZ0aB7"'],
    container('    args: ["--db-password=REDACTED", "--api-token", "REDACTED"]\n'),
  ],
  [
    'a shell command',
    container('    command: [sh, -c, "curl -H \'Authorization: Bearer a8Kq29fLmZ0aB7xY1\' https://x"]\n'),
    ['credentials of an Authorization header: a8Kq29fLmZ0aB7xY1'],
    container('    command: [sh, -c, "curl -H \'Authorization: Bearer REDACTED\' https://x"]\n'),
  ],
  [
    'files in a ConfigMap',
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  app.properties: |\n    db.url=jdbc:postgresql://db/x\n    db.password=hunter2\n  app.json: |\n    {"clientSecret": "a8Kq29fLmZ0aB7", "port": 80}\n',
    ['value of db.password: hunter2', 'value of clientSecret: a8Kq29fLmZ0aB7'],
    'apiVersion: v1\nkind: ConfigMap\ndata:\n  app.properties: |\n    db.url=jdbc:postgresql://db/x\n    db.password=REDACTED\n  app.json: |\n    {"clientSecret": "REDACTED", "port": 80}\n',
  ],
  [
    'connection strings',
    'a: postgres://app:hunter2@db:5432/shop\nb: Server=db;Password=hunter2;Port=1\nc: AccountName=x;AccountKey=a8Kq29fLmZ0aB7xY1==;\n',
    [
      'password in an address: hunter2',
      'value of Password: hunter2',
      'value of AccountKey: a8Kq29fLmZ0aB7xY1==',
    ],
    'a: postgres://app:REDACTED@db:5432/shop\nb: Server=db;Password=REDACTED;Port=1\nc: AccountName=x;AccountKey=REDACTED;\n',
  ],
  [
    'tokens by their shape',
    `a: ${jwt}\nb: see ${github}.\nc: "x\\n${github}"\nd: ${aws}\n`,
    [
      `JSON Web Token: ${jwt}`,
      `GitHub token: ${github}`,
      `GitHub token: ${github}`,
      `AWS access key: ${aws}`,
    ],
    'a: REDACTED\nb: see REDACTED.\nc: "x\\nREDACTED"\nd: REDACTED\n',
  ],
  [
    'a private key in a file',
    `kind: ConfigMap\ndata:\n  key.pem: |\n    ${pem('    ')}\n  other: x\n`,
    [`private key: ${letters}\n    ${letters}`],
    'kind: ConfigMap\ndata:\n  key.pem: |\n    -----BEGIN RSA PRIVATE KEY-----\n    REDACTED\n    -----END RSA PRIVATE KEY-----\n  other: x\n',
  ],
  [
    'a private key in one line',
    `kind: ConfigMap\ndata:\n  k: "${pem('', '\\n')}"\n`,
    [`private key: ${letters}\\n${letters}`],
    'kind: ConfigMap\ndata:\n  k: "-----BEGIN RSA PRIVATE KEY-----\\nREDACTED\\n-----END RSA PRIVATE KEY-----"\n',
  ],
  [
    'a private key in a comment',
    `# ${pem('# ')}\nkind: Pod\n`,
    [`private key: ${letters}\n# ${letters}`],
    '# -----BEGIN RSA PRIVATE KEY-----\n# REDACTED\n# -----END RSA PRIVATE KEY-----\nkind: Pod\n',
  ],
  [
    'a private key that is cut off',
    `a: -----BEGIN PRIVATE KEY-----\n  ${letters}\n`,
    [`private key: ${letters}`],
    'a: -----BEGIN PRIVATE KEY-----\n  REDACTED\n',
  ],
  [
    'a number stays a number',
    'db:\n  password: 482913\n',
    ['value of password: 482913'],
    'db:\n  password: 0\n',
  ],
  [
    'the copy that kubectl apply keeps of a Pod',
    'kind: Pod\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: "{\\"env\\":[{\\"name\\":\\"DB_PASSWORD\\",\\"value\\":\\"hunter2\\"}]}"\n',
    ['value of DB_PASSWORD: hunter2'],
    'kind: Pod\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: "{\\"env\\":[{\\"name\\":\\"DB_PASSWORD\\",\\"value\\":\\"REDACTED\\"}]}"\n',
  ],
  [
    'the same in a block',
    'kind: Pod\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {"env":[{"name":"DB_PASSWORD","value":"hunter2"}]}\n',
    ['value of DB_PASSWORD: hunter2'],
    'kind: Pod\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: |\n      {"env":[{"name":"DB_PASSWORD","value":"REDACTED"}]}\n',
  ],
  [
    'a text with a syntax error',
    'kind: Pod\nenv:\n- name: "DB_PASSWORD"\n  value: \'hunter2\'\n  password: "hunter2"\n  bad: "\n',
    ['value of DB_PASSWORD: hunter2', 'value of password: hunter2'],
    'kind: Pod\nenv:\n- name: "DB_PASSWORD"\n  value: \'REDACTED\'\n  password: "REDACTED"\n  bad: "\n',
  ],
  [
    'an address in a variable whose name says more',
    container('    env:\n    - {name: ADMIN_PASSWORD, value: "x://u:pw1@h/p q"}\n'),
    ['value of ADMIN_PASSWORD: "x://u:pw1@h/p q"'],
    container('    env:\n    - {name: ADMIN_PASSWORD, value: "REDACTED"}\n'),
  ],
]

describe.each([
  ['Secrets', inSecrets],
  ['other places', elsewhere],
])('secrets in %s', (_, rows) => {
  test.each(rows)('%s', (name, text, expected, blanked) => {
    expect(found(text)).toEqual(expected)
    expect(blank(text)).toBe(blanked)
    expect(blank(blanked), 'a second time').toBe(blanked)
    expect(statuses(blanked), name).toEqual(statuses(text))
  })
})

test.each([
  ['no text', ''],
  ['a reference to a variable', 'a:\n- name: DB_PASSWORD\n  value: $(OTHER)\n- "--password=$(OTHER)"\n'],
  [
    'a reference to a Secret',
    'name: DB_PASSWORD\nvalueFrom:\n  secretKeyRef: {name: db-secret, key: password}\n',
  ],
  [
    'names of Secrets',
    'secretName: db-4f7a9c2e1b\nimagePullSecrets:\n- name: registry\nsecret: db-password\n',
  ],
  [
    'placeholders',
    'password: changeme\na: {password: xxx}\nb: {password: <password>}\nc: {token: "{{ .Values.token }}"}\nd: {password: "${PASSWORD}"}\ne: {password: "********"}\nf: {password: your-password-here}\n',
  ],
  ['empty values', 'password: ""\ntoken:\nsecret: ~\n'],
  ['a digest', `image: nginx@sha256:${'0123456789abcdef'.repeat(4)}\n`],
  ['the checksum of a Secret', `annotations:\n  checksum/secret: ${'0123456789abcdef'.repeat(4)}\n`],
  [
    'a commit and a UID',
    'commit: 279e8e4fe314f6cb7bc55fa3fbc21bbeaa48c0ea\nuid: 6f2d4c1e-98a7-4b1d-8b53-2f1f6f0f3a11\n',
  ],
  ['paths', 'args: [--token-file=/var/run/token, --password=/run/secrets/db, "--private-key=key.pem"]\n'],
  [
    'fields about tokens',
    'automountServiceAccountToken: false\ntokenExpirationSeconds: 3600\ntoken-ttl: 24h\n',
  ],
  ['a certificate', `ca: |\n  -----BEGIN CERTIFICATE-----\n  ${letters}\n  -----END CERTIFICATE-----\n`],
  ['a public key', `key: |\n  -----BEGIN PUBLIC KEY-----\n  ${letters}\n  -----END PUBLIC KEY-----\n`],
  [
    'addresses without a password',
    'a: https://example.com:8443/a@b\nb: git@github.com:a/b.git\nc: redis://db:6379\nd: http://user@host\n',
  ],
  ['an address with a variable', 'a: postgres://app:$(PASSWORD)@db/shop\nb: postgres://app:${PW}@db/shop\n'],
  ['an example in documentation', `a: AKIA${'IOSFODNN7'}EXAMPLE\n`],
  [
    'a Secret without data',
    'kind: Secret\napiVersion: v1\ndata: {}\nstringData: {a: "", b: "{{ .Values.b }}"}\n',
  ],
  [
    'a Secret of templates with a syntax error',
    'kind: Secret\ndata:\n  a: {{ .Values.a }}\n  b: {{- x }}\nmetadata: "\n',
  ],
  ['versions and schedules near such names', 'token: v1.2.3-alpine-2024\nsecret: 2024-01-01-backup\n'],
])('no alarm about %s', (_, text) => {
  expect(found(text)).toEqual([])
})

test('secrets behind aliases are blanked once, and an alias bomb is no problem', () => {
  const bomb = Array.from(
    { length: 30 },
    (_, index) =>
      `l${index}: &l${index} [${
        index === 0
          ? 'x'
          : Array(9)
              .fill(`*l${index - 1}`)
              .join()
      }]`,
  ).join('\n')
  const text = `kind: Pod\na: &p\n  password: hunter2\nb: *p\n${bomb}\n`
  expect(blank(text)).toBe(text.replace('hunter2', 'REDACTED'))
})

test.each([
  ['text', 'word '],
  ['dots and dashes', 'a.-'],
  ['starts of private keys', '-----BEGIN PRIVATE KEY-----'],
  ['starts of addresses', '://a:'],
  ['names without values', 'password:"'],
  ['names with values', 'password: a8Kq29fLmZ0aB7\n'],
  ['starts of tokens', 'eyJ'],
  ['parts of tokens', 'eyJhbGciOi.'],
  ['headers', 'bearer '],
  ['names of keys', 'key-'],
  ['blanks', ' '],
  ['line breaks', '\n'],
  ['quotes', '"\''],
  ['variables', 'name: PASSWORD\n  value: '],
  ['variables in JSON', '"name":"PASSWORD","value":"'],
  ['the start of a key and blanks', `-----BEGIN PRIVATE KEY-----${' '.repeat(1000)}`],
])('1 MB of %s is looked through, and blanking it is the end of it', (_, unit) => {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length))
  // Read as one broken document, so that only the patterns work.
  const once = findSecrets(text, [])
  const blanked = applyEdits(
    text,
    once.map(({ blanked: edit }) => edit),
  )
  expect(findSecrets(blanked, [])).toEqual([])
})

test('ranges are in order and do not overlap', () => {
  const text = elsewhere.map(([, part]) => part).join('\n---\n')
  const ranges = secretsOf(text).map(({ range }) => range)
  expect(ranges.length).toBeGreaterThan(15)
  for (const [index, { from, to }] of ranges.entries()) {
    expect(from).toBeLessThan(to)
    expect(from).toBeGreaterThanOrEqual(ranges[index - 1]?.to ?? 0)
  }
})

test.each([
  ['|\n  a\n  b\n', '|\n  x\n'],
  ['>-\n\n    a', '>-\n\n    x'],
  ['|2+\n    a\n\n', '|2+\n    x\n\n'],
  ['"a\\n"', '"x"'],
  ["''", "'x'"],
  ['a\n  b', 'x'],
])('%j with the value x', (source, expected) => {
  expect(withValue(source, 'x')).toBe(expected)
})
