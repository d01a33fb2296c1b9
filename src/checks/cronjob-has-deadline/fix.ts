import type { Fix } from '../../engine/findings/check'
import { guessField } from '../facts/guessField'

const fix: Fix<'CronJob'> = (_, { object }) => {
  const seconds = suggestedDeadline(object.data.spec?.schedule ?? '')
  return {
    fixes: [
      guessField(
        `Set a deadline of ${seconds} seconds`,
        ['spec', 'startingDeadlineSeconds'],
        seconds,
        'A run that cannot start within that time is skipped. Decide how late a run may start.',
        'seconds that a run may start late',
      ),
    ],
  }
}

export default fix

/** In seconds: 300, or the shortest time between two runs if that is less: 120 for `0,2 * * * *`. */
function suggestedDeadline(schedule: string): number {
  const [minutes = ''] = schedule.replace(/^(?:CRON_)?TZ=\S+\s+/, '').split(/\s+/)
  const starts = Array.from({ length: 60 }, (_, minute) => minute).filter((minute) =>
    minutes.split(',').some((part) => isIn(part, minute)),
  )
  const gaps = starts.map((minute, index) => (starts[index + 1] ?? (starts[0] ?? 0) + 60) - minute)
  return Math.min(300, ...gaps.map((gap) => gap * 60))
}

/** Whether a minute is in a part of a schedule: `5`, `10-20`, `*`, each with or without `/step`. */
function isIn(part: string, minute: number): boolean {
  const [, first = '', last, step = '1'] = /^(\*|\d+)(?:-(\d+))?(?:\/(\d+))?$/.exec(part) ?? []
  if (first === '') return false
  const from = first === '*' ? 0 : Number(first)
  const to = last === undefined ? (first === '*' || part.includes('/') ? 59 : from) : Number(last)
  return minute >= from && minute <= to && (minute - from) % Math.max(1, Number(step)) === 0
}
