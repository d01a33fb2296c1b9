import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { runForTest } from '../cli/testing/runForTest'
import { defaultSettings } from '../engine/model/settings'
import { pipelines } from '../pipelines'
import { lessonOf } from './index'

const folder = 'src/lessons/from-bare-to-green'
const step = lessonOf('from-bare-to-green')?.steps.at(-1)
const text = step?.text ?? ''

const exitCode = async (file: string, ...words: readonly string[]): Promise<number> =>
  (await runForTest([...words, `${folder}/${file}`])).code

/** The exit codes that the text says after some words. */
const said = (pattern: RegExp): readonly number[] =>
  (pattern.exec(text.replaceAll(/\s+/g, ' ')) ?? []).slice(1).map(Number)

test('the text says with which codes the jobs exit', async () => {
  const codesOn = async (file: string) => [await exitCode(file, 'validate'), await exitCode(file, 'score')]
  const bare =
    /On the bare manifest of the first step, `validate` exits with (\d) and `score` exits with (\d)\./
  expect(said(bare)).toEqual(await codesOn('start.yaml'))
  const [finished] = said(/On the manifest that you finished, both exit with (\d)\./)
  expect(await codesOn('all-green.yaml')).toEqual([finished, finished])
  const [changed] = said(/a colleague has changed one line, and both exit with (\d)\./)
  expect(await codesOn('changed.yaml')).toEqual([changed, changed])
  expect(step?.goals[0].says).toBe('Both jobs exit with 0')
})

test('the colleague has changed one line', () => {
  const lines = step?.solution.split('\n') ?? []
  const different = (step?.start ?? '').split('\n').filter((line, index) => line !== lines[index])
  expect(different).toHaveLength(1)
})

test('warnings alone let a pipeline pass, unless a flag says otherwise', async () => {
  const file = 'security-context.yaml'
  expect((await runForTest([`${folder}/${file}`])).stdout).toMatch(/1 warning/)
  expect(await exitCode(file)).toBe(0)
  expect(await exitCode(file, '--exit-on-warning')).toBe(1)
})

test('the blocks are those of the pipeline that the page offers', () => {
  const [, shown = ''] = /```yaml\n([^]*?)```/.exec(text) ?? []
  const semaphore = pipelines.find(({ id }) => id === 'semaphore')
  const file: unknown = parse(
    semaphore?.make({ settings: defaultSettings, sha256: '0', folder: 'k8s/' }) ?? '',
  )
  expect(file).toMatchObject(parse(shown))
})
