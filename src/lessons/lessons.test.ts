import { describe, expect, test } from 'vitest'
import { defaultSettings, type Settings } from '../engine/model/settings'
import { checks } from '../checks'
import { sources } from '../rules/sources'
import { kubernetesVersions } from '../schemas/versions'
import { evaluate } from '../worker/engines'
import { replyTo } from '../worker/replies'
import { refuserOf, topicPasses } from './goals'
import { lessonOf, lessons, settingsOf, startOf, stepIndexOf } from './index'
import type { Lesson, Step } from './lesson'
import fixFirst from '../views/FixFirst.tsx?raw'

const folders = Object.keys(import.meta.glob('./*/lesson.yaml')).map((path) => path.split('/')[1])

const rules = sources.flatMap((source) => source.rules.map(({ id }) => id))

const wordsIn = (markdown: string): number => markdown.split(/\s+/).filter((word) => /\w/.test(word)).length

/** What the page is set to when the step is done. */
const settingsAfter = (step: Step): Settings =>
  step.goals.reduce<Settings>(
    (settings, goal) => ('settings' in goal ? { ...settings, ...goal.settings } : settings),
    settingsOf(step),
  )

const goalsMet = async (lesson: Lesson, index: number, step: Step, text: string, settings: Settings) =>
  (await replyTo({ about: 'goals', text, settings, goals: step.goals, start: startOf(lesson, index) })) ?? []

/** Everything that people read, without the manifests. */
const prose = (lesson: Lesson): string =>
  JSON.stringify(lesson, (key, value: unknown) =>
    ['start', 'solution', 'yaml'].includes(key) ? undefined : value,
  )

test('every folder is a lesson in the order', () => {
  expect(lessons.map(({ id }) => id).sort()).toEqual(folders.sort())
  for (const lesson of lessons) expect(lessonOf(lesson.id)).toBe(lesson)
  expect(lessonOf('no-such-lesson')).toBeUndefined()
})

describe.each(lessons)('the lesson $id', (lesson) => {
  const steps = lesson.steps.map((step, index) => ({ ...step, index }))
  const finds = lesson.steps.flatMap(({ goals }) =>
    goals.flatMap((goal) => ('finds' in goal ? goal.finds : [])),
  )

  test('has steps with addresses of their own', () => {
    steps.forEach(({ id, index }) => expect(stepIndexOf(lesson, id)).toBe(index))
    expect(stepIndexOf(lesson, 'no-such-step')).toBeUndefined()
    expect(startOf(lesson, 0)).toBe(lesson.steps[0].start)
  })

  test('names checks, rules and versions that there are', () => {
    const ids = checks.map(({ id }) => id)
    const named = steps.flatMap(({ goals }) => goals.flatMap((goal) => ('passes' in goal ? goal.passes : [])))
    const topics = lesson.topics?.flatMap((topic) => topic.checks) ?? []
    expect(ids).toEqual(expect.arrayContaining([...named, ...topics]))
    expect(rules).toEqual(expect.arrayContaining([...finds, ...steps.flatMap(({ pages = [] }) => pages)]))
    expect(new Set(topics).size).toBe(topics.length)
    const versions = steps.flatMap((step) => [
      settingsAfter(step).kubernetesVersion,
      ...step.goals.flatMap((goal) => ('valid' in goal ? (goal.versions ?? []) : [])),
    ])
    expect(kubernetesVersions).toEqual(expect.arrayContaining(versions))
  })

  test('has typographic apostrophes', () => {
    expect(prose(lesson).match(/\w'\w*/g)).toBeNull()
  })

  test.each(steps)('$id has 40 to 160 words to read', ({ text }) => {
    expect(wordsIn(text)).toBeGreaterThanOrEqual(40)
    expect(wordsIn(text)).toBeLessThanOrEqual(160)
  })

  test.each(steps)('$id is not done at its start', async (step) => {
    const { index } = step
    expect(await goalsMet(lesson, index, step, startOf(lesson, index), settingsOf(step))).toContain(false)
  })

  test.each(steps)('$id is done with its solution', async (step) => {
    const { goals, index, solution } = step
    expect(await goalsMet(lesson, index, step, solution, settingsAfter(step))).toEqual(goals.map(() => true))
  })

  test.each(steps)('the solution of $id is accepted, unless it is to show a finding', async (step) => {
    const { report } = await evaluate(step.solution, settingsAfter(step))
    const isToFind = step.goals.some((goal) => 'finds' in goal)
    const refused = report.findings.filter(
      ({ severity, rule }) => severity === 'refused' && !(isToFind && finds.includes(rule)),
    )
    expect(refused).toEqual([])
    expect(report.objects.length).toBeGreaterThan(0)
  })

  test.each(steps)(
    'the question of $id has one right answer, or several that the engine knows',
    async ({ question }) => {
      if (!question) return
      expect(question.ask).toMatch(/\?$/)
      if ('answers' in question) {
        expect(question.answers.filter(({ right }) => right)).toHaveLength(1)
        expect(new Set(question.answers.map(({ text }) => text)).size).toBe(question.answers.length)
      } else {
        const texts = question.refused.map(({ yaml }) => yaml)
        const reports = await Promise.all(texts.map((yaml) => evaluate(yaml, defaultSettings)))
        const refusers = reports.map(({ report }) => refuserOf(report))
        expect(new Set(refusers).size).toBeGreaterThan(1)
        expect(new Set(question.refused.map(({ title }) => title)).size).toBe(question.refused.length)
      }
    },
  )
})

describe('from bare to green', () => {
  const lesson = lessonOf('from-bare-to-green') ?? lessons[0]
  const texts = lesson ? [startOf(lesson, 0), ...lesson.steps.map(({ solution }) => solution)] : []
  const reportsOn = async () =>
    Promise.all(texts.map(async (text) => (await evaluate(text, defaultSettings)).report))

  test('raises the score with every step, up to 100', async () => {
    const scores = (await reportsOn()).map(({ score }) => score?.value)
    expect(scores).toEqual([38, 44, 56, 64, 73, 95, 100, 100])
    expect(lesson?.steps[0].text).toContain(`score ${scores[0]}`)
  })

  test('is offered on a first visit, with its length', () => {
    const { steps = [], minutes, id } = lesson ?? {}
    expect(fixFirst).toContain(`(${steps.length} steps, ${minutes} minutes)`)
    expect(fixFirst).toContain(`#/lessons/${id}/${steps[0]?.id}`)
  })

  test('ends without findings, with every topic green', async () => {
    const last = (await reportsOn()).at(-1)
    expect(last?.findings.filter(({ ignored }) => ignored === undefined)).toEqual([])
    expect(lesson?.topics?.map((topic) => last && topicPasses(last, topic))).toEqual(
      lesson?.topics?.map(() => true),
    )
  })

  test('hides nothing: what any manifest on the way finds belongs to a topic', async () => {
    const found = (await reportsOn()).flatMap(({ findings }) =>
      findings.filter(({ ignored }) => ignored === undefined).map(({ rule }) => rule),
    )
    expect(lesson?.topics?.flatMap((topic) => topic.checks)).toEqual(expect.arrayContaining(found))
  })

  test('keeps every line of the author but the number of replicas', () => {
    const lines = (text: string) => text.split('\n').filter((line) => !/replicas:/.test(line))
    texts.slice(1).forEach((text, index) => {
      const rest = lines(text)
      for (const line of lines(texts[index] ?? '')) {
        const at = rest.indexOf(line)
        expect(at, line).toBeGreaterThanOrEqual(0)
        rest.splice(0, at + 1)
      }
    })
  })
})
