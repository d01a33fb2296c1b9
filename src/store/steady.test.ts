import { describe, expect, test } from 'vitest'
import { rowsOf } from '../engine/report/rows'
import { lessons } from '../lessons'
import { afterLeaving, afterReport } from './held'
import { untyped } from './typing'
import {
  rangeByNow,
  selectAtCursor,
  selectHeldDocument,
  selectIsHeld,
  selectLine,
  selectNews,
  selectScoreWithNews,
  selectShown,
  selectShownScore,
  selectUnfinished,
} from './selectors'
import { isTyping } from './steady'
import type { State } from './store'
import { lineSteps, offsetOf, type LineStep } from './testing/lineSteps'
import { changed, deleting, end, evaluate, keyByKey, moved, opened, reported } from './testing/typist'

const lesson = lessons.find(({ id }) => id === 'from-bare-to-green')
// The last step ends with the manifest that the step before it ends with.
const texts = [
  ...new Set([lesson?.steps[0]?.start ?? '', ...(lesson?.steps.map(({ solution }) => solution) ?? [])]),
]
const scores = texts.map((text) => evaluate(text).score?.value ?? 0)

const shown = (state: State): number | undefined => selectShownScore(state)?.value

/** Orders in which people write lines: a line comes after the one that it is indented under. */
const orders: Readonly<Record<string, (steps: readonly LineStep[]) => readonly LineStep[]>> = {
  'from the top to the bottom': (steps) => steps,
  'the last part first': (steps) => blocksOf(steps).toReversed().flat(),
  'the last key of everything first': (steps) => blocksOf(steps).toReversed().flatMap(lastKeyFirst),
}

/** Steps at lines that follow one another. */
const blocksOf = (steps: readonly LineStep[]): readonly (readonly LineStep[])[] =>
  steps.reduce<(readonly LineStep[])[]>((blocks, step) => {
    const last = blocks.at(-1)
    if (last?.at(-1)?.index !== step.index - 1 || (step.kind === 'type' && step.line === '---'))
      return [...blocks, [step]]
    return [...blocks.slice(0, -1), [...last, step]]
  }, [])

const depthOf = (step: LineStep): number => (step.kind === 'type' ? step.line.search(/[^ ]/) : 0)

/** What is indented under a line comes after it, and of several such parts the last one first. */
const lastKeyFirst = (steps: readonly LineStep[]): readonly LineStep[] => {
  const [first, ...rest] = steps
  if (!first || first.kind !== 'type') return steps
  if (first.line === '---') return [first, ...lastKeyFirst(rest)]
  const depth = depthOf(first)
  const next = rest.findIndex((step) => depthOf(step) <= depth)
  const [inside, after] = next < 0 ? [rest, []] : [rest.slice(0, next), rest.slice(next)]
  return [...lastKeyFirst(after), first, ...lastKeyFirst(inside)]
}

/** Types one text so that it becomes another. Yields every state on the way. */
function* byHand(before: string, after: string, steps: readonly LineStep[], everyNth = 1): Generator<State> {
  let state = opened(before)
  const done: LineStep[] = []
  for (const step of steps) {
    let offset = offsetOf(before, after, done, step)
    state = moved(state, offset)
    const [removed, typed] = step.kind === 'type' ? [0, `\n${step.line}`] : changeOf(step.from, step.to)
    for (let count = 0; count < removed; count += 1) {
      state = reported(changed(state, offset - 1, offset, ''))
      offset -= 1
      yield state
    }
    for (const [index, character] of [...typed].entries()) {
      state = changed(state, offset, offset, character)
      offset += 1
      const isLast = index === typed.length - 1
      if (!isLast && (index % everyNth > 0 || character === ' ')) continue
      state = reported(state)
      yield state
    }
    done.push(step)
  }
  if (state.text !== after) throw new Error(`Something else was typed:\n${state.text}`)
}

/** How many characters to delete at the end of a line, and what to type then. */
const changeOf = (from: string, to: string): readonly [number, string] => {
  const common = [...from].findIndex((character, index) => character !== to[index])
  return common < 0 ? [0, to.slice(from.length)] : [from.length - common, to.slice(common)]
}

/** The scores that are shown on the way, each once in a row, and the lowest of the texts themselves. */
const tableOf = (states: readonly State[]): string => {
  const values = states.map((state) => String(shown(state)))
  const lowest = Math.min(...states.map(({ report }) => report?.score?.value ?? 100))
  return `${values.filter((value, index) => value !== values[index - 1]).join(' ')}, of the text ${lowest}`
}

test.each([
  [
    'from the top to the bottom',
    1,
    [
      '38 44, of the text 20',
      '44 50 56, of the text 20',
      '56 63 64, of the text 20',
      '64 69 73, of the text 20',
      '73 83 95, of the text 20',
      '95 99 100, of the text 20',
    ],
  ],
  ['the last part first', 5, undefined],
  ['the last key of everything first', 5, undefined],
] as const)('%s: no score that is shown lies below that of the step before', (order, everyNth, expected) => {
  const steps = texts.slice(1).map((after, index) => {
    const before = texts[index] ?? ''
    const inOrder = orders[order]?.(lineSteps(before, after)) ?? []
    return [...byHand(before, after, inOrder, everyNth)]
  })
  const lowest = steps.map((states) => Math.min(...states.map((state) => shown(state) ?? 0)))
  expect(lowest.map((score, index) => Math.min(score, scores[index] ?? 0))).toEqual(scores.slice(0, -1))
  expect(steps.map((states) => shown(states.at(-1) ?? opened('')))).toEqual(scores.slice(1))
  // Without the held reading there would be nothing to prove.
  expect(Math.min(...steps.flat().map(({ report }) => report?.score?.value ?? 100))).toBe(20)
  if (expected) expect(steps.map(tableOf)).toEqual(expected)
})

const [bare = '', pulled = '', limited = '', probed = '', , locked = '', green = ''] = texts

/** The state with the cursor at the end of a part of its text. */
const after = (state: State, part: string): State => {
  const at = state.text.indexOf(part)
  if (at < 0) throw new Error(`${part} is not in the text`)
  return moved(state, at + part.length)
}

const typed = (state: State, text: string): State => end(keyByKey(state, state.cursor.offset, text))

const backspaced = (state: State, count: number): State => end(deleting(state, state.cursor.offset, count))

const messages = (state: State): readonly string[] => selectUnfinished(state).map(({ message }) => message)

test('a mistake is told at once, and shown when the cursor leaves the object', () => {
  const typing = typed(after(opened(pulled), '  replicas: 1'), '\n  replica: 2')
  expect(selectIsHeld(typing)).toBe(true)
  expect(selectShown(typing)?.score?.value).toBe(44)
  expect(messages(typing)).toEqual([expect.stringContaining('replica')])
  const inside = after(typing, 'imagePullPolicy')
  expect(selectIsHeld(inside)).toBe(true)
  const left = after(inside, 'type: LoadBalancer')
  expect(selectIsHeld(left)).toBe(false)
  expect(selectShown(left)).toBe(left.report)
  expect(shown(left)).toBeLessThan(44)
  expect(selectUnfinished(left)).toEqual([])
  const edited = typed(after(left, 'replica: 2'), '0')
  expect(selectIsHeld(edited)).toBe(false)
})

test('the focus leaves the editor: the truth is shown', () => {
  const typing = typed(after(opened(pulled), 'imagePullPolicy: Always'), 'x')
  expect(shown(typing)).toBe(44)
  expect(shown({ ...typing, ...afterLeaving(typing) })).toBe(33)
})

test('a line is deleted: it is held while half of it is there, and shown when it is gone', () => {
  const line = '          imagePullPolicy: Always'
  const states = [...deleting(opened(pulled), pulled.indexOf(line) + line.length, line.length + 1)]
  const held = states.map((state) => selectIsHeld(state))
  expect(held.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => true))
  expect(shown(states[5] ?? opened(''))).toBe(44)
  const [last] = states.slice(-1)
  expect(last?.text).toBe(bare)
  expect(last && [selectIsHeld(last), shown(last)]).toEqual([false, 38])
})

test('a new document is held until it is finished', () => {
  const begun = typed(after(opened(probed), 'targetPort: 4567'), '\n---\napiVersion: v1\nkind: Service')
  expect(shown(begun)).toBe(64)
  expect(selectShown(begun)?.objects.map(({ kind }) => kind)).toEqual(['Deployment', 'Service'])
  expect(messages(begun)).toEqual(['The object has no name.', 'The Service has no ports.'])
  expect(selectHeldDocument(begun)).toBe(2)
})

test('a custom kind is shown when its line is left, and no half of its name before', () => {
  const start = after(opened(probed), 'targetPort: 4567')
  const begun = typed(start, '\n---\napiVersion: example.com/v1\nkind: Wid')
  expect(selectShown(begun)?.objects.map(({ kind }) => kind)).toEqual(['Deployment', 'Service'])
  expect(messages(begun)).toEqual([])
  const finished = typed(begun, 'get\nmetadata:\n  name: one\n')
  expect(selectShown(finished)?.objects.map(({ kind }) => kind)).toEqual(['Deployment', 'Service', 'Widget'])
})

test('a finding elsewhere that a half typed selector causes is held, and told', () => {
  const start = after(opened(green), 'maxUnavailable: 1\n  selector:\n    matchLabels:\n      app: semaphore')
  const typing = typed(start, 'x')
  expect(shown(typing)).toBe(100)
  expect(messages(typing)).toEqual([expect.stringContaining('No PodDisruptionBudget selects')])
  expect(shown(backspaced(typing, 1))).toBe(100)
  expect(shown(after(typing, 'replicas: 2'))).toBe(88)
})

test('a text that was wrong before is never held to be better', () => {
  const wrong = opened(`${pulled.replace('Always', 'A')}`)
  expect(selectIsHeld(typed(after(wrong, 'imagePullPolicy: A'), 'l'))).toBe(false)
  const broken = opened(pulled.replace('imagePullPolicy:', 'imagePullPolicy'))
  const repaired = typed(after(broken, 'imagePullPolicy'), ':')
  expect(selectIsHeld(repaired)).toBe(false)
  expect(shown(repaired)).toBe(44)
})

test('where there was nothing good, nothing is held: a first text is shown as it is typed', () => {
  const begun = typed(opened(''), 'apiVersion')
  expect(selectIsHeld(begun)).toBe(false)
  const kind = typed(begun, ': v1\nkind: Pod')
  expect(selectIsHeld(kind)).toBe(false)
  expect(selectShown(kind)?.findings.map(({ message }) => message)).toContain('The object has no name.')
  expect(selectIsHeld(typed(kind, '\nmeta'))).toBe(true)
})

test.each<[string, (state: State) => State]>([
  ['several lines are pasted', (state) => changed(state, 0, 0, '# One\n# Two\n# Three\n')],
  ['a fix is applied', (state) => ({ ...changed(state, 0, 0, ' '), ...untyped })],
  ['the settings change', (state) => ({ ...state, revision: state.revision + 1, ...untyped })],
  ['another text is opened', (state) => changed(state, 0, state.text.length, limited)],
])('%s: the truth is shown', (_, change) => {
  const held = typed(after(opened(pulled), 'imagePullPolicy: Always'), 'x')
  expect(selectIsHeld(held)).toBe(true)
  const next = reported(change(held))
  expect(selectShown(next)).toBe(next.report)
  expect(selectIsHeld(next)).toBe(false)
})

test('what the held report says is undone with the text', () => {
  const start = after(opened(pulled), 'imagePullPolicy: Always')
  const back = backspaced(typed(start, 'xy'), 2)
  expect(back.text).toBe(pulled)
  expect([selectIsHeld(back), shown(back)]).toEqual([false, 44])
})

test('rules that arrive later complete a report, and hold nothing', () => {
  const { report, ...state } = opened(pulled)
  if (!report) throw new Error('There is no report')
  const { admission: _, ...provisional } = report
  const early = { ...state, report: provisional }
  expect(afterReport(early, report)).toEqual({ isTyped: true })
  const typing = typed(after(early, 'imagePullPolicy: Always'), 'x')
  expect(selectIsHeld(typing)).toBe(false)
})

test('lines and places of a held report are those of the newest text', () => {
  const start = opened(probed)
  const lineOf = (state: State): readonly number[] =>
    (selectShown(state)?.findings ?? []).map(({ range }) => selectLine(state, range))
  const edited = typed(after(start, 'spec:'), '\n  # One\n  # Two')
  const held = typed(after(typed(edited, '\n  rep'), '      containers:'), '\n        # Three')
  expect(selectIsHeld(held)).toBe(true)
  // The replicas are below the three lines that were typed first, the container below the fourth as well.
  expect(
    lineOf(held)
      .map((line, index) => line - (lineOf(edited)[index] ?? 0))
      .toSorted(),
  ).toEqual(expect.arrayContaining([1, 2]))
  const finding = selectShown(held)?.findings.find(({ rule }) => rule === 'deployment-replicas')
  if (!finding) throw new Error('There is no finding')
  const { from, to } = rangeByNow(held, finding.range)
  expect(held.text.slice(from, to)).toBe(probed.slice(...rangeOf(start, 'deployment-replicas')))
  expect(selectAtCursor(moved(held, from)).has(finding.id)).toBe(true)
  expect(selectAtCursor(held).has(finding.id)).toBe(false)
})

const rangeOf = ({ report }: State, rule: string): readonly [number, number] => {
  const { range } = report?.findings.find((finding) => finding.rule === rule) ?? {}
  return [range?.from ?? 0, range?.to ?? 0]
}

describe('what becomes applicable', () => {
  const start = after(opened(locked), 'replicas: 1')
  const two = typed(backspaced(start, 1), '2')

  test('it is announced with the step, listed, and no loss while somebody types', () => {
    expect(selectIsHeld(two)).toBe(false)
    expect(selectNews(two)).toEqual([
      'deployment-has-poddisruptionbudget',
      'deployment-has-host-podantiaffinity',
    ])
    expect(selectShown(two)?.findings.map(({ rule }) => rule)).toEqual(selectNews(two))
    expect([shown(two), selectScoreWithNews(two)?.value]).toEqual([99, 83])
  })

  test('a number that is not there yet announces nothing', () => {
    const none = backspaced(start, 1)
    expect(selectNews(none)).toEqual([])
    expect([selectIsHeld(none), shown(none)]).toEqual([true, 95])
  })

  test('it counts when the focus leaves the editor, and stays announced until the next step', () => {
    const left = { ...two, ...afterLeaving(two) }
    expect([shown(left), selectScoreWithNews(left)]).toEqual([83, undefined])
    expect(selectNews(left)).toHaveLength(2)
    expect(selectNews(typed(after(left, 'kind: Deployment'), ' '))).toEqual([])
  })

  test('it is no news any more once it passes', () => {
    const spread = reported(changed(two, 0, 0, '# One line\n'))
    expect(selectNews(spread)).toHaveLength(2)
    const budget = green.slice(green.lastIndexOf('---'))
    const lines = budget.trimEnd().split('\n')
    const finished = lines.reduce((state, line) => typed(state, `\n${line}`), after(two, '- {}'))
    expect(selectNews(finished)).toEqual(['deployment-has-host-podantiaffinity'])
  })

  test('what was taken away is a loss, not news', () => {
    const gone = backspaced(after(opened(locked), 'replicas: 1'), 1)
    expect(selectNews(gone)).toEqual([])
    const policy = locked.indexOf('policyTypes')
    expect(selectNews(typed(moved(opened(locked), policy), '# '))).toEqual([])
  })
})

test('what is open stays open while the object gets another name', () => {
  const start = opened(bare)
  const { objects = [], findings = [] } = start.report ?? {}
  const row = ({ report }: State, rule: string): string => {
    const rows = report ? rowsOf(report.findings, report.rules, 'object') : []
    return `row ${rows.find((one) => one.rule === rule)?.key}`
  }
  const [object] = objects
  const toggled = new Set([
    `object ${object?.id}`,
    row(start, 'pod-probes'),
    `versions ${object?.id}`,
    'score',
  ])
  expect(findings.length).toBeGreaterThan(5)
  const name = 'name: semaphore-demo-ruby-kubernetes'
  const half = backspaced(after({ ...start, toggled }, name), 10)
  const renamed = typed(half, 'two')
  const id = renamed.report?.objects[0]?.id
  expect(id).toMatch(/semaphore-demo-ruby-two$/)
  expect([...renamed.toggled]).toEqual([
    `object ${id}`,
    row(renamed, 'pod-probes'),
    `versions ${id}`,
    'score',
  ])
  expect(row(renamed, 'pod-probes')).not.toBe(row(start, 'pod-probes'))
})

test.each([
  [true, 'a: 1', 'a: 12'],
  [true, 'a: 1', 'a: 1\n  '],
  [true, 'a: 1\nb: 2\n', 'a: 1\n'],
  [true, 'po', 'ports:\n  - '],
  [false, 'a: 1\n', 'a: 1\nb: 2\nc: 3\n'],
  [false, 'a: 1\nb: 2\nc: 3\n', 'a: 1\n'],
])('typing: %s, from %j to %j', (expected, before, text) => {
  expect(isTyping(before, text)).toBe(expected)
})
