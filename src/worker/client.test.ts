import { expect, test } from 'vitest'
import { defaultSettings } from '../engine/model/settings'
import type { Report } from '../engine/model/report'
import { createClient, type Port } from './client'
import type { Answer, Ask, Fixable, Load, Reply, Request } from './protocol'

const report: Report = { documents: [], objects: [], rules: {}, findings: [] }
const done = (revision: number): Answer => ({ revision, report, notLoaded: [] })
const request = (revision: number): Request => ({ revision, text: `${revision}`, settings: defaultSettings })

/** A client whose workers and clock are in the hands of the test; `log` is what a person would see. */
const stage = (start?: () => never) => {
  const log: string[] = []
  const workers: (Port & { readonly asked: (number | string)[]; ended: boolean })[] = []
  const timers = new Set<() => void>()
  const client = createClient({
    timeLimit: 10_000,
    start:
      start ??
      (() => {
        const worker = {
          asked: [] as (number | string)[],
          ended: false,
          onmessage: null,
          onerror: null,
          onmessageerror: null,
          postMessage: (sent: Request | Ask | Load) =>
            void worker.asked.push('load' in sent ? sent.load : 'ask' in sent ? sent.ask : sent.revision),
          terminate: () => void (worker.ended = true),
        }
        workers.push(worker)
        return worker
      }),
    onReport: ({ revision }) => log.push(`report ${revision}`),
    onFixable: ({ revision }) => log.push(`fixable ${revision}`),
    onFailure: ({ kind, revision, detail }) => log.push(`${kind} ${revision} ${detail}`.trim()),
    after: (_, run) => {
      timers.add(run)
      return () => void timers.delete(run)
    },
  })
  const answer = (worker: number, data: Answer | Fixable | Reply) =>
    workers[worker]?.onmessage?.({ data } as MessageEvent<Answer | Fixable | Reply>)
  const timeOut = () => [...timers].forEach((run) => run())
  return { client, log, workers, timers, answer, timeOut }
}

test('hands on the report and leaves no timer behind', () => {
  const { client, log, answer, timers } = stage()
  client.evaluate(request(1))
  answer(0, done(1))
  expect(log).toEqual(['report 1'])
  expect(timers.size).toBe(0)
})

test('one runs, one waits: what came in between is never sent, an old answer never shown', () => {
  const { client, log, workers, answer } = stage()
  for (const revision of [1, 2, 3, 4]) client.evaluate(request(revision))
  expect(workers[0]?.asked).toEqual([1])
  answer(0, done(1))
  expect(workers[0]?.asked).toEqual([1, 4])
  expect(log).toEqual([])
  answer(0, done(4))
  expect(log).toEqual(['report 4'])
})

test('an answer nobody waits for is dropped', () => {
  const { client, log, answer } = stage()
  client.evaluate(request(2))
  answer(0, done(1))
  expect(log).toEqual([])
  answer(0, done(2))
  answer(0, done(1))
  expect(log).toEqual(['report 2'])
})

const fixable = (revision: number): Fixable => ({ revision, fixable: [] })

test('what is fixable is handed on for the last report, unless something newer is under way', () => {
  const { client, log, answer } = stage()
  client.evaluate(request(1))
  answer(0, done(1))
  answer(0, fixable(1))
  answer(0, fixable(1))
  expect(log).toEqual(['report 1', 'fixable 1', 'fixable 1'])
  client.evaluate(request(2))
  answer(0, fixable(1))
  answer(0, done(2))
  answer(0, fixable(1))
  expect(log).toEqual(['report 1', 'fixable 1', 'fixable 1', 'report 2'])
})

test('the worker is told what to load, and a question gets its reply', async () => {
  const { client, workers, answer } = stage()
  client.load('all')
  expect(workers).toEqual([])
  client.evaluate(request(7))
  client.load('all')
  const reply = client.ask({ about: 'fixes', text: '', settings: defaultSettings, finding: 'x' })
  expect(workers[0]?.asked).toEqual([7, 'all', 1])
  const fixes = { offered: [], refused: [] }
  answer(0, { ask: 1, reply: fixes })
  expect(await reply).toBe(fixes)
})

test('a worker that does not answer is ended and the next request gets a fresh one', () => {
  const { client, log, workers, answer, timeOut } = stage()
  client.evaluate(request(1))
  timeOut()
  expect(log).toEqual(['time 1'])
  expect(workers[0]?.ended).toBe(true)
  answer(0, done(1))
  expect(log).toEqual(['time 1'])
  client.evaluate(request(2))
  expect(workers[1]?.asked).toEqual([2])
  answer(1, done(2))
  expect(log).toEqual(['time 1', 'report 2'])
})

test('after a time-out the waiting request runs in the fresh worker', () => {
  const { client, log, workers, answer, timeOut } = stage()
  client.evaluate(request(1))
  client.evaluate(request(2))
  timeOut()
  expect(workers[1]?.asked).toEqual([2])
  answer(1, done(2))
  expect(log).toEqual(['time 1', 'report 2'])
})

test('a worker that cannot be loaded is a failure, and asking again tries again', () => {
  const { client, log, workers } = stage()
  client.evaluate(request(1))
  workers[0]?.onerror?.({ message: 'no such file' } as ErrorEvent)
  expect(log).toEqual(['start 1 no such file'])
  client.evaluate(request(2))
  expect(workers[1]?.asked).toEqual([2])
})

test('a browser that refuses to make a worker is a failure, not an exception', () => {
  const { client, log } = stage(() => {
    throw new Error('refused')
  })
  client.evaluate(request(1))
  expect(log).toEqual(['start 1 refused'])
})

test('an engine that throws is a failure, and the worker is kept', () => {
  const { client, log, workers, answer } = stage()
  client.evaluate(request(1))
  answer(0, { revision: 1, failure: 'broke' })
  expect(log).toEqual(['engine 1 broke'])
  client.evaluate(request(2))
  answer(0, done(2))
  expect(log).toEqual(['engine 1 broke', 'report 2'])
  expect(workers).toHaveLength(1)
})
