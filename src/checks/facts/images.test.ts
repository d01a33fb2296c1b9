import { describe, expect, test } from 'vitest'
import { knownImage } from './images'
import { bitnami, imageTable } from './imageTable'

describe.each([...Object.entries(imageTable), ['bitnami', bitnami] as const])('%s', (program, image) => {
  const {
    user,
    group,
    alpineUser,
    alpineGroup,
    anyUser,
    root,
    instead,
    rewrites,
    writes = [],
    data = [],
  } = image

  test('is the last part of a name, in lower case', () => {
    expect(program).toMatch(/^[a-z0-9][a-z0-9-]*$/)
  })

  test('has whole numbers as IDs, and a group where it has a user', () => {
    for (const id of [user, group, alpineUser, alpineGroup])
      if (id !== undefined) expect(Number.isInteger(id) && id >= 0 && id < 65_536).toBe(true)
    expect(user === undefined).toBe(group === undefined)
    expect(user !== undefined || anyUser === true).toBe(true)
  })

  test('names absolute directories, each once', () => {
    const directories = [...writes, ...data]
    for (const directory of directories) expect(directory).toMatch(/^(?:\/[a-z0-9._-]+)+$/)
    expect(new Set(directories).size).toBe(directories.length)
  })

  test('says its reasons as the end of a sentence', () => {
    for (const text of [root, instead, rewrites])
      if (text !== undefined) expect(text).toMatch(/^[a-z].*[^.]$/)
    expect(root === undefined || user !== undefined).toBe(true)
  })
})

test.each([
  ['postgres', 999],
  ['postgres:17', 999],
  ['docker.io/library/postgres:17-alpine', 70],
  ['registry.example.com:5000/mirror/postgres:17@sha256:abc', 999],
  ['PostGres', 999],
  ['bitnami/postgresql:17', 1001],
  ['docker.io/bitnamilegacy/redis', 1001],
  ['nginxinc/nginx-unprivileged:1.27-alpine', 101],
  ['httpd:2.4-alpine', 82],
  ['php:8.4-apache', 33],
  ['php:8.4-fpm-alpine', 82],
  ['php:8.4-cli', undefined],
  ['gcr.io/distroless/static-debian12', undefined],
  ['python:3.14-slim', undefined],
])('%s runs as user %s', (image, user) => {
  expect(knownImage(image)?.user).toBe(user)
  expect(knownImage(image)).toBeDefined()
})

test.each(['', 'web', 'postgres-exporter:1', 'postgres/web', 'constructor'])(
  'nothing is known of %j',
  (image) => {
    expect(knownImage(image)).toBeUndefined()
  },
)
