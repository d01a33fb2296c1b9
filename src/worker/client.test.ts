import { expect, test } from 'vitest'
import { defaultSettings } from '../engine/model/settings'
import type { Report } from '../engine/model/report'
import { createClient, type Port } from './client'
import type { Answer, Fixable, FromWorker, Question, Request, Sign, ToWorker } from './protocol'

const report: Report = { documents: [], objects: [], rules: {}, findings: [] }
const done = (revision: number): Answer => ({ revision, report, notLoaded: [] })
const request = (revision: number): Request => ({ revision, text: `${revision}`, settings: defaultSettings })
const fixable = (revision: number): Fixable => ({ revision, fixable: [], notLoaded: [] })
const loaded: Sign = { sign: 'loaded' }
const begun = (revision: number): Sign => ({ sign: 'begun', revision })
const fixesOf = (revision: number): Question<'fixes'> => ({
  about: 'fixes',
  text: `${revision}`,
  settings: defaultSettings,
  finding: 'x',
})
const noFixes = { offered: [], refused: [] }

const timeLimit = 20_000
const patience = 2_000

/** Every millisecond and every message is in the hands of the test; `log` is what a person would see. */
const stage = (start?: () => never) => {
  const log: string[] = []
  const workers: (Port & { readonly asked: (number | string)[]; ended: boolean })[] = []
  const locks = new Map<string, () => void>()
  const timers = new Map<() => void, number>()
  let now = 0
  const client = createClient({
    timeLimit,
    patience,
    start:
      start ??
      (() => {
        const worker = {
          asked: [] as (number | string)[],
          ended: false,
          onmessage: null,
          onerror: null,
          onmessageerror: null,
          postMessage: (sent: ToWorker) =>
            void worker.asked.push(
              'load' in sent ? sent.load : 'ask' in sent ? `ask ${sent.ask}` : sent.revision,
            ),
          terminate: () => void (worker.ended = true),
        }
        workers.push(worker)
        return worker
      }),
    onReport: ({ revision }) => log.push(`report ${revision}`),
    onFixable: ({ revision, notLoaded }) => log.push(['fixable', revision, ...notLoaded].join(' ')),
    onFailure: ({ kind, revision, detail }) => log.push(`${kind} ${revision} ${detail}`.trim()),
    after: (milliseconds, run) => {
      timers.set(run, now + milliseconds)
      return () => void timers.delete(run)
    },
    whenFree: (lock, run) => locks.set(lock, run),
  })
  /** From the newest worker, unless `worker` says from which. */
  const hear = (data: FromWorker, worker = workers.length - 1): void =>
    workers[worker]?.onmessage?.({ data } as MessageEvent<FromWorker>)
  const pass = (milliseconds: number): void => {
    const until = now + milliseconds
    for (;;) {
      const [due] = [...timers].filter(([, at]) => at <= until).sort(([, a], [, b]) => a - b)
      if (!due) break
      const [run, at] = due
      now = at
      timers.delete(run)
      run()
    }
    now = until
  }
  const asked = (): (number | string)[][] => workers.map((worker) => worker.asked)
  return { client, log, workers, timers, locks, hear, pass, asked }
}

/** With a worker that is loaded and has answered the first request. */
const started = () => {
  const all = stage()
  all.client.evaluate(request(1))
  for (const message of [loaded, begun(1), done(1)]) all.hear(message)
  all.log.length = 0
  all.asked()[0]?.splice(0)
  return all
}

test('hands on the report and leaves no timer behind', () => {
  const { client, log, hear, timers } = stage()
  client.evaluate(request(1))
  for (const message of [loaded, begun(1), done(1)]) hear(message)
  expect(log).toEqual(['report 1'])
  expect(timers.size).toBe(0)
})

test('a worker that was prepared evaluates the first text', () => {
  const { client, log, workers, hear, pass } = stage()
  client.prepare()
  hear(loaded)
  pass(timeLimit)
  client.evaluate(request(1))
  for (const message of [begun(1), done(1)]) hear(message)
  expect(log).toEqual(['report 1'])
  expect(workers).toHaveLength(1)
})

test('a worker that could not be prepared is replaced when there is something to evaluate', () => {
  const { client, log, workers, hear, asked } = stage()
  client.prepare()
  workers[0]?.onerror?.({ message: 'no code' } as ErrorEvent)
  expect(log).toEqual([])
  client.evaluate(request(1))
  for (const message of [loaded, begun(1), done(1)]) hear(message)
  expect(asked()).toEqual([[], [1]])
  expect(log).toEqual(['report 1'])
})

test('one runs, one waits: what came in between is never sent, an old answer never shown', () => {
  const { client, log, asked, hear, timers } = started()
  for (const revision of [2, 3, 4, 5]) client.evaluate(request(revision))
  expect(asked()).toEqual([[2]])
  hear(begun(2))
  hear(done(2))
  expect(asked()).toEqual([[2, 5]])
  expect(log).toEqual([])
  hear(begun(5))
  hear(done(5))
  expect(log).toEqual(['report 5'])
  expect(timers.size).toBe(0)
})

test('an answer nobody waits for is dropped', () => {
  const { client, log, hear } = started()
  client.evaluate(request(3))
  hear(done(2))
  expect(log).toEqual([])
  hear(done(3))
  hear(done(2))
  expect(log).toEqual(['report 3'])
})

test('what is fixable is handed on for the last report, unless something newer is under way', () => {
  const { client, log, hear } = started()
  hear(fixable(1))
  hear(fixable(1))
  expect(log).toEqual(['fixable 1', 'fixable 1'])
  client.evaluate(request(2))
  hear(fixable(1))
  hear(done(2))
  hear(fixable(1))
  expect(log).toEqual(['fixable 1', 'fixable 1', 'report 2'])
})

test('the worker is told what to load, and a question gets its reply', async () => {
  const { client, workers, asked, hear } = stage()
  client.load('fixes')
  expect(workers).toEqual([])
  client.evaluate(request(7))
  client.load('all')
  hear(done(7))
  const reply = client.ask(fixesOf(7))
  expect(asked()).toEqual([[7, 'fixes', 'all', 'ask 1']])
  hear({ ask: 1, reply: noFixes })
  expect(await reply).toBe(noFixes)
})

test('questions wait for the report of the newest text', async () => {
  const { client, asked, hear } = started()
  client.evaluate(request(2))
  client.evaluate(request(3))
  const reply = client.ask(fixesOf(3))
  hear(done(2))
  expect(asked()).toEqual([[2, 3]])
  hear(done(3))
  expect(asked()).toEqual([[2, 3, 'ask 1']])
  hear({ ask: 1, reply: noFixes })
  expect(await reply).toBe(noFixes)
})

test('questions about an older text are answered with nothing, and those not yet sent never are', async () => {
  const { client, asked, hear } = started()
  const sent = client.ask(fixesOf(1))
  client.evaluate(request(2))
  const held = client.ask(fixesOf(2))
  const old = client.ask(fixesOf(1))
  client.evaluate(request(3))
  expect(await Promise.all([sent, held, old])).toEqual([undefined, undefined, undefined])
  hear(done(2))
  hear(done(3))
  expect(asked()).toEqual([['ask 1', 2, 3]])
})

test('a question that is not about a text waits for the report, and outlives the text', async () => {
  const { client, asked, hear } = started()
  client.evaluate(request(2))
  const reply = client.ask({ about: 'jsonFiles', files: [] })
  client.evaluate(request(3))
  hear(done(2))
  hear(done(3))
  expect(asked()).toEqual([[2, 3, 'ask 1']])
  hear({ ask: 1, reply: [] })
  expect(await reply).toEqual([])
})

test('a question has a time limit: after it, the worker is replaced', async () => {
  const { client, log, workers, asked, pass, hear } = started()
  const reply = client.ask(fixesOf(1))
  pass(timeLimit)
  expect(await reply).toBeUndefined()
  expect(workers[0]?.ended).toBe(true)
  client.evaluate(request(2))
  hear(loaded)
  hear(done(2))
  expect(asked()).toEqual([['ask 1'], [2]])
  expect(log).toEqual(['report 2'])
})

test('work that takes too long is ended and the next request gets a fresh worker', () => {
  const { client, log, workers, asked, pass, hear } = started()
  client.evaluate(request(2))
  hear(begun(2))
  pass(timeLimit - 1)
  expect(log).toEqual([])
  pass(1)
  expect(log).toEqual(['time 2'])
  expect(workers[0]?.ended).toBe(true)
  hear(done(2), 0)
  client.evaluate(request(3))
  hear(done(3))
  expect(asked()).toEqual([[2], [3]])
  expect(log).toEqual(['time 2', 'report 3'])
})

test('the newest text waits two seconds for a busy worker, which is then replaced', () => {
  const { client, log, workers, asked, pass, hear } = started()
  client.load('all')
  client.evaluate(request(2))
  hear(begun(2))
  pass(5_000)
  client.evaluate(request(3))
  pass(1_000)
  client.evaluate(request(4))
  pass(999)
  expect(workers).toHaveLength(1)
  pass(1)
  // It was offered the newest text before, in case it only waited for the network.
  expect(asked()).toEqual([
    ['all', 2, 4],
    [4, 'all'],
  ])
  for (const message of [loaded, begun(4), done(4)]) hear(message)
  expect(log).toEqual(['report 4'])
})

test('a worker that waits for the network turns to the newest text, and is kept', () => {
  const { client, log, workers, pass, hear } = started()
  client.evaluate(request(2))
  hear(begun(2))
  client.evaluate(request(3))
  pass((patience * 3) / 4)
  hear(begun(3))
  pass(timeLimit / 2)
  hear(done(2))
  hear(done(3))
  expect(log).toEqual(['report 3'])
  expect(workers).toHaveLength(1)
})

test('a worker that still loads is not replaced for a newer text', () => {
  const { client, log, workers, asked, pass, hear } = stage()
  client.evaluate(request(1))
  client.evaluate(request(2))
  pass(timeLimit / 2)
  expect(workers).toHaveLength(1)
  for (const message of [loaded, begun(1), done(1), begun(2), done(2)]) hear(message)
  expect(asked()).toEqual([[1, 2]])
  expect(log).toEqual(['report 2'])
})

test('a worker that does not load within the limit is a failure', () => {
  const { client, log, pass } = stage()
  client.evaluate(request(1))
  pass(timeLimit)
  expect(log).toEqual(['start 1 Its code did not arrive in time.'])
})

/** The ways in which a worker ends without an answer. */
const ends: Readonly<Record<string, (all: ReturnType<typeof stage>) => void>> = {
  'it does not respond': ({ pass }) => pass(patience),
  'the browser ended it at work': ({ hear, locks, workers }) => {
    hear({ sign: 'holds', lock: `${workers.length}` })
    hear(begun(2))
    locks.get(`${workers.length}`)?.()
  },
  'an error outside the engine': ({ workers }) =>
    workers.at(-1)?.onerror?.({ message: 'no memory' } as ErrorEvent),
  'an answer that cannot be read': ({ workers }) => workers.at(-1)?.onmessageerror?.({} as MessageEvent),
}

test.each(Object.entries(ends))('%s: it is tried once more, and not a third time', (_, end) => {
  const all = started()
  const { client, log, workers, asked, pass, hear } = all
  client.evaluate(request(2))
  end(all)
  expect(asked()).toEqual([[2], [2]])
  expect(log).toEqual([])
  hear(loaded)
  end(all)
  expect(log).toEqual([expect.stringMatching(/^gone 2 /)])
  pass(10 * timeLimit)
  expect(workers).toHaveLength(2)
  // The next change is tried once, and a worker that has worked is worth a second try again.
  client.evaluate(request(2))
  hear(loaded)
  end(all)
  expect(log).toHaveLength(2)
  expect(workers).toHaveLength(3)
  client.evaluate(request(4))
  hear(loaded)
  hear(done(4))
  client.evaluate(request(2))
  end(all)
  expect(asked().at(-1)).toEqual([2])
  expect(log).toHaveLength(3)
})

test('a worker that ends while something newer waits goes on with that', () => {
  const { client, log, asked, locks, hear } = started()
  hear({ sign: 'holds', lock: 'a' })
  client.evaluate(request(2))
  hear(begun(2))
  client.evaluate(request(3))
  locks.get('a')?.()
  for (const message of [loaded, begun(3), done(3)]) hear(message)
  expect(asked()).toEqual([[2], [3]])
  expect(log).toEqual(['report 3'])
})

test('a worker that ends after its report is replaced once, for what is fixable', () => {
  const { client, log, asked, locks, hear } = started()
  client.load('fixes')
  for (const lock of ['a', 'b']) {
    hear({ sign: 'holds', lock })
    locks.get(lock)?.()
    for (const message of [loaded, begun(1), done(1)]) hear(message)
  }
  expect(asked()).toEqual([['fixes'], [1, 'fixes']])
  expect(log).toEqual(['report 1', 'fixable 1 The fixes'])
})

test('an idle worker that ends is replaced when something is asked', async () => {
  const { client, log, workers, asked, locks, hear } = started()
  hear({ sign: 'holds', lock: 'a' })
  locks.get('a')?.()
  expect(workers).toHaveLength(1)
  void client.ask(fixesOf(1))
  expect(asked()).toEqual([[], ['ask 1']])
  expect(log).toEqual([])
})

test('the end of a worker that was replaced says nothing', () => {
  const { client, log, workers, locks, pass, hear } = started()
  hear({ sign: 'holds', lock: 'a' })
  client.evaluate(request(2))
  hear(begun(2))
  pass(timeLimit)
  locks.get('a')?.()
  expect(log).toEqual(['time 2'])
  expect(workers).toHaveLength(1)
})

test('a renewed worker has only the newest request, and knows what to load', () => {
  const { client, log, workers, asked, hear } = started()
  client.load('all')
  client.evaluate(request(2))
  client.evaluate(request(3))
  client.renew(request(3))
  expect(workers[0]?.ended).toBe(true)
  hear(done(3))
  expect(asked()).toEqual([
    ['all', 2],
    [3, 'all'],
  ])
  expect(log).toEqual(['report 3'])
})

test('a worker that cannot be loaded is a failure, and asking again tries again', () => {
  const { client, log, workers, asked } = stage()
  client.evaluate(request(1))
  workers[0]?.onerror?.({ message: 'no such file' } as ErrorEvent)
  expect(log).toEqual(['start 1 no such file'])
  client.evaluate(request(2))
  expect(asked()).toEqual([[1], [2]])
})

test('a browser that refuses to make a worker is a failure, not an exception', () => {
  const { client, log } = stage(() => {
    throw new Error('refused')
  })
  client.evaluate(request(1))
  expect(log).toEqual(['start 1 refused'])
})

test('an engine that throws is a failure, and the worker is kept', () => {
  const { client, log, workers, hear } = started()
  client.evaluate(request(2))
  hear({ revision: 2, failure: 'broke' })
  expect(log).toEqual(['engine 2 broke'])
  client.evaluate(request(3))
  hear(done(3))
  expect(log).toEqual(['engine 2 broke', 'report 3'])
  expect(workers).toHaveLength(1)
})
