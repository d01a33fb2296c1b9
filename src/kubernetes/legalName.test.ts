import { expect, test } from 'vitest'
import { labelProblem, labelValueProblem, qualifiedNameProblem, subdomainProblem } from './names'
import { legalName } from './legalName'

test.each<[name: string, problem: (name: string) => string | undefined, legal: string | undefined]>([
  ['Web', subdomainProblem, 'web'],
  ['web_app', subdomainProblem, 'web-app'],
  ['web.', subdomainProblem, 'web'],
  ['Café.Größe', subdomainProblem, 'cafe.gro-e'],
  ['web.v2', labelProblem, 'web-v2'],
  ['a'.repeat(64), labelProblem, 'a'.repeat(63)],
  [`${'a'.repeat(62)}.b`, labelProblem, 'a'.repeat(62)],
  ['feature/login', labelValueProblem, 'feature-login'],
  ['NVIDIA A100', labelValueProblem, 'NVIDIA-A100'],
  ['example.com/a/b', qualifiedNameProblem, 'example.com/a-b'],
  ['Example.com/a', qualifiedNameProblem, 'example.com/a'],
  ['???', labelProblem, undefined],
  ['', labelProblem, undefined],
])('%s becomes legal', (name, problem, legal) => {
  expect(legalName(name, problem)).toBe(legal)
  if (legal !== undefined) expect(problem(legal)).toBeUndefined()
})
