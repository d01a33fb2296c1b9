import { expect, test } from 'vitest'
import readme from '../../README.md?raw'
import page from '../../index.html?raw'
import { headersFile, headersOf, pagePolicy, staticPagePolicy } from './contentSecurity'

const policyOf = (path: string): string => headersOf(path)['Content-Security-Policy'] ?? ''

test('whatever is not allowed is forbidden, and nothing may be sent or evaluated', () => {
  expect(pagePolicy).toMatch(/^default-src 'none'; /)
  expect(pagePolicy).toContain("; connect-src 'none';")
  expect(pagePolicy).toContain("; script-src 'self';")
  expect(pagePolicy).toContain("; require-trusted-types-for 'script';")
  expect(pagePolicy).not.toMatch(/unsafe-eval|https?:|\*|trusted-types[^;]* default/)
})

test('a host says what the page says, and who may show it in a frame', () => {
  expect(policyOf('')).toBe(`${pagePolicy}; frame-ancestors *`)
  expect(policyOf('assets/worker-x.js')).toBe(policyOf(''))
})

test('the service worker alone may ask its own host', () => {
  expect(policyOf('sw.js')).toBe("default-src 'none'; connect-src 'self'")
})

test('the pages of checks may load styles and pictures of their own host, and nothing else', () => {
  expect(staticPagePolicy).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'",
  )
  for (const path of ['checks/index.html', 'checks/container-resources.html', 'checks/*', 'checks/'])
    expect(policyOf(path)).toBe(`${staticPagePolicy}; frame-ancestors *`)
})

test('no file matches two rules of the headers file: the host would join their policies', () => {
  const paths = headersFile(['assets/a.js', 'assets/deep/b.js', 'checks/a.html', 'index.html', 'sw.js'])
    .split('\n')
    .filter((line) => line.startsWith('/'))
  expect(paths).toEqual(['/', '/assets/*', '/checks/*', '/index.html', '/sw.js'])
})

test('the page has a place for the policy', () => {
  expect(page).toContain('content="%CONTENT_SECURITY_POLICY%"')
})

test('the configuration in README has every header as it is', () => {
  for (const [name, value] of Object.entries(headersOf('sw.js'))) {
    expect(readme).toContain(name)
    expect(readme).toContain(value)
  }
  for (const path of ['', 'checks/index.html']) expect(readme).toContain(policyOf(path))
})
