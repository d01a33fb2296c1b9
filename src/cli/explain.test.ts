import { expect, test } from 'vitest'
import { parseMarkdown } from '../pages/markdown'
import { painter } from '../formats/paint'
import { sources } from '../rules/sources'
import { markdownLines } from './markdownLines'
import { ruleIds } from './ruleIds'
import { runForTest } from './testing/runForTest'

test('the page of a check has its facts, its text, its example with the place and the fix, and what to read next', async () => {
  const { code, stdout, stderr } = await runForTest(['explain', 'container-image-tag'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^Container image tag\n\nThe tag in `image` names/)
  expect(stdout).toMatch(/^ {2}Severity +critical$/m)
  expect(stdout).toMatch(/^ {2}If you say nothing +latest, pulled at every start$/m)
  expect(stdout).toMatch(/^ {2}20 \| +image: registry\.example\.com\/web:latest\n {5}\| +\^+$/m)
  expect(stdout).toMatch(/^ {4}- +image: registry\.example\.com\/web:latest$/m)
  expect(stdout).toMatch(/^ {4}\+ +image: registry\.example\.com\/web:1\.4\.2$/m)
  expect(stdout).toContain('\nHow it works\n')
  expect(stdout).toContain('\n  (https://kubernetes.io/docs/concepts/containers/images/#image-names)\n')
  expect(stdout).toContain('\n  container-image-pull-policy: Container image pull policy\n')
})

test.each(['pod-probes', 'unknown-field', 'invalid-label', 'yaml-syntax', 'check-failed'])(
  'the page of %s is in lines of the width of the terminal, in colours that add nothing',
  async (id) => {
    const plain = await runForTest(['explain', id, '--color=never'], { columns: 60 })
    const prose = plain.stdout
      .split('\n')
      .filter((line) => !/^ {2,}|https:/.test(line))
      .map(({ length }) => length)
    expect(Math.max(...prose)).toBeLessThanOrEqual(60)
    const painted = await runForTest(['explain', id], { columns: 60 })
    expect(painted.stdout).toContain('\u001b[1m')
    // oxlint-disable-next-line no-control-regex -- these are the styles
    const words = painted.stdout.replace(/\u001b\[\d+m/g, '').split(/\s+/)
    expect(words).toEqual(plain.stdout.replaceAll('`', '').split(/\s+/))
  },
)

test('every rule has a page', async () => {
  const { code, stdout } = await runForTest(['explain', ...ruleIds])
  expect(code).toBe(0)
  for (const id of ruleIds) expect(stdout).toMatch(new RegExp(`^ {2}Rule +${id}$`, 'm'))
  expect(stdout).not.toContain('undefined')
})

test('without a rule, all of them are listed by source', async () => {
  const { code, stdout } = await runForTest(['explain'])
  expect(code).toBe(0)
  const lines = stdout.split('\n')
  for (const { title, rules } of sources) {
    const at = lines.indexOf(title)
    expect(lines.slice(at + 1, at + 1 + rules.length).map((line) => line.trim().split(' ')[0])).toEqual(
      rules.map(({ id }) => id),
    )
  }
})

test('an unknown rule is refused, with the nearest one', async () => {
  expect(await runForTest(['explain', 'pod-probe'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'pod-probe is not a rule; did you mean pod-probes?\n',
  })
  const { stderr } = await runForTest(['explain', 'a\u001b[2Jb'])
  expect(stderr).toBe('a␛[2Jb is not a rule. explain without a rule lists them.\n')
})

test.each([
  ['# A\n\nb `c d` **e f**', ['A', '', 'b `c d` e f']],
  ['a [b](https://c.d/e)', ['a b (https://c.d/e)']],
  ['- one two three four\n- five', ['- one two three', '  four', '- five']],
  [
    '```yaml\na: a very long line of code\n\n  b: 1\n```',
    ['    a: a very long line of code', '', '      b: 1'],
  ],
])('%j in lines', (markdown, lines) => {
  const look = { paint: painter(false), colours: false, width: 16 }
  expect(
    markdownLines(parseMarkdown(markdown), { ...look, width: markdown.startsWith('-') ? 16 : 40 }),
  ).toEqual(lines)
})
