import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { plainOptions } from '../formats/reporting'
import { defaultSettings } from '../engine/model/settings'
import { processIo } from './io'
import type { Job, SetResult } from './reportOnSet'
import { reportOnAll } from './shareWork'
import { builtProgram } from './testing/builtProgram'
import { refused } from './testing/manifests'

const job: Job = {
  scope: 'check',
  settings: defaultSettings,
  options: { output: 'github', write: plainOptions, fixes: false, exitOnWarning: false },
  known: undefined,
  needsEntries: false,
}

test('as many threads as were asked for share the files, and the results keep their order', async () => {
  const program = pathToFileURL(await builtProgram())
  const files = Array.from({ length: 300 }, (_, index) => ({
    name: `${index}.yaml`,
    text: refused(`n${index}`),
  }))
  const resultsWith = async (threads: number) => {
    let started = 0
    const startThread = (workerData: unknown): Worker => {
      started += 1
      return new Worker(program, { workerData, stdin: false })
    }
    const all: SetResult[] = []
    const io = { ...processIo(program.href), startThread }
    await reportOnAll(files, job, io, threads, (results) => all.push(...results))
    return { started, texts: all.map(({ text }) => text) }
  }
  const alone = await resultsWith(1)
  expect(alone.started).toBe(0)
  expect(alone.texts).toHaveLength(files.length)
  expect(await resultsWith(3)).toEqual({ started: 3, texts: alone.texts })
})
