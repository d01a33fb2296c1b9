import { expect, test } from 'vitest'
import { defaultSettings } from '../engine/model/settings'
import type { Report } from '../engine/model/report'
import { pause } from './pause'
import type { Ask, FromWorker, Question, Reply, Request } from './protocol'
import { serve, type Work } from './serve'

const request = (revision: number): Request => ({ revision, text: `${revision}`, settings: defaultSettings })
const ask = (id: number, revision: number): Ask => ({
  ask: id,
  question: { about: 'fixes', text: `${revision}`, settings: defaultSettings, finding: 'x' },
})

/** A report without the rules of the API server, and one with them. */
const provisional: Report = { documents: [], objects: [], rules: {}, findings: [] }
const complete: Report = { ...provisional, admission: { accepted: 0, refused: 0, unknown: 0 } }

/** A worker whose work is counted and takes no time, unless a test says otherwise; `log` has its work and its words. */
const stage = (change: Partial<Work> = {}) => {
  const log: string[] = []
  const say = (message: FromWorker): void => {
    if ('sign' in message) log.push(message.sign === 'begun' ? `begun ${message.revision}` : message.sign)
    else if ('ask' in message) log.push(`reply ${message.ask}${message.reply ? '' : ' nothing'}`)
    else if ('fixable' in message) log.push(['fixable', message.revision, ...message.notLoaded].join(' '))
    else if ('isCompleted' in message) log.push(`completed ${message.revision}`)
    else log.push('failure' in message ? message.failure : `report ${message.revision}`)
  }
  const replyTo = async (question: Question): Promise<Reply['reply']> => {
    log.push(`work on ${'text' in question ? question.text : question.about}`)
    return { offered: [], refused: [] }
  }
  const receive = serve(say, {
    answer: async ({ revision }) => ({ revision, report: complete, notLoaded: [] }),
    complete: async ({ revision }) => ({ revision, isCompleted: true, report: complete, notLoaded: [] }),
    replyTo,
    fixablePass: async ({ revision }) => ({ revision, fixable: [], notLoaded: [] }),
    loadAll: async () => undefined,
    ...change,
  })
  /** Until everything that was received is done. */
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await pause()
  }
  return { log, receive, settle }
}

test('says that it has begun, before it answers', async () => {
  const { log, receive, settle } = stage()
  receive(request(1))
  expect(log).toEqual(['begun 1'])
  await settle()
  expect(log).toEqual(['begun 1', 'report 1'])
})

test('a request comes before the questions that wait, and the old ones among them cost no work', async () => {
  const { log, receive, settle } = stage()
  receive(request(1))
  await settle()
  log.length = 0
  for (const id of [1, 2, 3]) receive(ask(id, 1))
  receive(request(2))
  receive(ask(4, 2))
  await settle()
  expect(log).toEqual([
    'begun 2',
    'report 2',
    'reply 1 nothing',
    'reply 2 nothing',
    'reply 3 nothing',
    'work on 2',
    'reply 4',
  ])
})

test('a question that waits for the network holds up no other, and one that fails has no reply', async () => {
  let arrive = (): void => undefined
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  const { log, receive, settle } = stage({
    replyTo: async (question) => {
      if (question.about === 'hover') await arrived
      if (question.about === 'versions') throw new Error('no such file')
      return { offered: [], refused: [] }
    },
  })
  const about = { text: '1', settings: defaultSettings }
  receive({ ask: 1, question: { about: 'hover', offset: 0, ...about } })
  receive({ ask: 2, question: { about: 'versions', object: 'x', ...about } })
  receive(ask(3, 1))
  await settle()
  expect(log).toEqual(['reply 2 nothing', 'reply 3'])
  arrive()
  await settle()
  expect(log.at(-1)).toBe('reply 1')
})

test('what is fixable comes after each report, once it is wanted', async () => {
  const { log, receive, settle } = stage()
  receive(request(1))
  await settle()
  receive({ load: 'fixes' })
  await settle()
  receive(request(2))
  await settle()
  expect(log).toEqual(['begun 1', 'report 1', 'fixable 1', 'begun 2', 'report 2', 'fixable 2'])
})

test('code for fixes that cannot be loaded is named', async () => {
  const { log, receive, settle } = stage({ fixablePass: () => Promise.reject(new Error('no such file')) })
  receive(request(1))
  receive({ load: 'all' })
  await settle()
  expect(log).toContain('fixable 1 The fixes')
})

const answerProvisionally: Work['answer'] = async ({ revision }) => ({
  revision,
  report: provisional,
  notLoaded: [],
})

test('completes a report that was made without all rules, when the page wants the rest', async () => {
  const { log, receive, settle } = stage({ answer: answerProvisionally })
  receive(request(1))
  await settle()
  expect(log).toEqual(['begun 1', 'report 1'])
  receive({ load: 'fixes' })
  await settle()
  expect(log.slice(2)).toEqual(['completed 1', 'fixable 1'])
})

test('completes no report twice, and none that has all rules', async () => {
  const { log, receive, settle } = stage()
  receive({ load: 'fixes' })
  receive(request(1))
  await settle()
  expect(log).toEqual(['begun 1', 'report 1', 'fixable 1'])
})

test('completes only the newest report', async () => {
  let isLoaded = (): void => undefined
  const loading = new Promise<void>((resolve) => (isLoaded = resolve))
  const { log, receive, settle } = stage({
    answer: answerProvisionally,
    complete: async ({ revision }, isStale) => {
      await loading
      return isStale() ? undefined : { revision, isCompleted: true, report: complete, notLoaded: [] }
    },
  })
  receive({ load: 'fixes' })
  receive(request(1))
  await settle()
  receive(request(2))
  await settle()
  isLoaded()
  await settle()
  expect(log).toEqual(['begun 1', 'report 1', 'begun 2', 'report 2', 'completed 2', 'fixable 2'])
})

test('says which findings have a fix even when the rules cannot be loaded', async () => {
  const { log, receive, settle } = stage({ answer: answerProvisionally, complete: async () => undefined })
  receive({ load: 'fixes' })
  receive(request(1))
  await settle()
  expect(log).toEqual(['begun 1', 'report 1', 'fixable 1'])
})
