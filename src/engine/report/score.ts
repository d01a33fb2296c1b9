import type { Letter, Score, ScoreStep } from '../model/report'
import { type Severity, worstOf } from '../model/finding'

/** That a rule looked at something, and the worst it found there. */
export type ScoreInput = {
  readonly rule: string
  /** What it looked at: equal for exact copies, so that copies change nothing. */
  readonly unit: string
  readonly severity?: Severity
  /** Whether the text could not even be read. */
  readonly unreadable?: boolean
}

/** The share of the remaining score that a rule removes when everything it looked at is affected. */
const weights: Readonly<Record<Severity, number>> = {
  refused: 0.2,
  critical: 0.12,
  warning: 0.05,
  advice: 0.02,
}

const caps = { refused: 40, unreadable: 20 } as const

/**
 * One number for a whole text: each rule that found something removes a share of the remaining score. The share is the
 * weight of its worst finding, half of it for the first affected object and the rest in proportion to how many of the
 * objects it looked at are affected. So the score never falls when a finding goes away, copies and order change nothing,
 * and one bad object is not diluted by many good ones.
 *
 * `order`: ids in the order in which the steps are listed.
 */
export function score(inputs: readonly ScoreInput[], order: readonly string[]): Score {
  const tallies = new Map<string, Tally>()
  for (const input of inputs) count(tallies, input)
  const losses: Loss[] = []
  for (const rule of [...tallies.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b))) {
    const tally = tallies.get(rule)
    if (!tally?.severity) continue
    const [affected, total] = [tally.affected.size, tally.units.size]
    const loss = weights[tally.severity] * (0.5 + (0.5 * affected) / total)
    losses.push({ rule, severity: tally.severity, affected, total, loss })
  }
  return scoreOf(losses, capOf(inputs), losses.length === 0 ? 100 : 99)
}

/**
 * A score as it would be if some rules had found what they found before. `before`: by rule, its step in the calculation by
 * then; undefined where it had none.
 */
export function scoreApartFrom(
  { steps, cap }: Score,
  before: ReadonlyMap<string, ScoreStep | undefined>,
): Score {
  const losses = steps.flatMap((step) => (before.has(step.rule) ? (before.get(step.rule) ?? []) : step))
  return scoreOf(losses, cap, steps.length === 0 ? 100 : 99)
}

type Loss = Omit<ScoreStep, 'after'>

function scoreOf(losses: readonly Loss[], cap: Score['cap'], atMost: number): Score {
  let left = 1
  const steps = losses.map(({ rule, severity, affected, total, loss }): ScoreStep => {
    left *= 1 - loss
    return { rule, severity, affected, total, loss, after: 100 * left }
  })
  const value = Math.min(atMost, Math.floor(100 * left), cap?.value ?? 100)
  return { value, letter: letterOf(value, cap !== undefined), steps, ...(cap && { cap }) }
}

type Tally = { readonly units: Set<string>; readonly affected: Set<string>; severity: Severity | undefined }

function count(tallies: Map<string, Tally>, { rule, unit, severity }: ScoreInput) {
  const tally = tallies.get(rule) ?? { units: new Set(), affected: new Set(), severity: undefined }
  tallies.set(rule, tally)
  tally.units.add(unit)
  if (!severity) return
  tally.affected.add(unit)
  tally.severity = worstOf(tally.severity ? [tally.severity, severity] : [severity])
}

function capOf(inputs: readonly ScoreInput[]): Score['cap'] {
  if (inputs.some(({ unreadable }) => unreadable)) return { value: caps.unreadable, reason: 'unreadable' }
  if (inputs.some(({ severity }) => severity === 'refused')) return { value: caps.refused, reason: 'refused' }
  return undefined
}

/** A cluster that refuses part of the text makes the rest worth little: F, whatever the number. */
function letterOf(value: number, capped: boolean): Letter {
  if (capped) return 'F'
  if (value === 100) return 'A+'
  const bounds: readonly (readonly [number, Letter])[] = [
    [90, 'A'],
    [80, 'B'],
    [65, 'C'],
    [50, 'D'],
    [30, 'E'],
  ]
  return bounds.find(([bound]) => value >= bound)?.[1] ?? 'F'
}
