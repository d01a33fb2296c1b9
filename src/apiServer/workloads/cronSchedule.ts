/** The bounds of a field of a schedule, and the names that its values have. */
type Bounds = {
  readonly name: string
  readonly min: number
  readonly max: number
  readonly names: readonly string[]
}

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const fields: readonly Bounds[] = [
  { name: 'minute', min: 0, max: 59, names: [] },
  { name: 'hour', min: 0, max: 23, names: [] },
  { name: 'day of the month', min: 1, max: 31, names: [] },
  { name: 'month', min: 1, max: 12, names: months },
  { name: 'day of the week', min: 0, max: 6, names: days },
]

const descriptors = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly']

/** A duration of Go with any sign: `1h30m`, `.5s`. */
const duration = /^[-+]?(0|((\d+(\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h))+)$/

const integer = (text: string): number | undefined => (/^\+?\d+$/.test(text) ? Number(text) : undefined)

/** A number, or the name of a day or month in any case. */
const valueOf = (text: string, { names, min }: Bounds): number | undefined => {
  const index = names.indexOf(text.toLowerCase())
  return index >= 0 ? index + min : integer(text)
}

/**
 * What is wrong with the schedule of a CronJob, as the end of a sentence. Source: `ParseStandard` of robfig/cron v3; a time
 * zone in front is refused elsewhere.
 */
export function scheduleProblem(schedule: string): string | undefined {
  if (schedule.startsWith('@')) return descriptorProblem(schedule)
  const parts = schedule.split(/\s+/).filter((part) => part !== '')
  if (parts.length !== fields.length) {
    const count = parts.length === 1 ? '1 field' : `${parts.length} fields`
    return `has ${count}, but must have five: minute, hour, day of the month, month and day of the week`
  }
  for (const [index, bounds] of fields.entries()) {
    // Empty items of a list do not count.
    for (const item of (parts[index] ?? '').split(',').filter((text) => text !== '')) {
      const problem = rangeProblem(item, bounds)
      if (problem !== undefined) return `has the ${bounds.name} “${item}”, which ${problem}`
    }
  }
  return undefined
}

function descriptorProblem(schedule: string): string | undefined {
  const every = '@every '
  if (descriptors.includes(schedule)) return undefined
  if (!schedule.startsWith(every)) return `must be one of ${descriptors.join(', ')}, or @every and a duration`
  return duration.test(schedule.slice(every.length))
    ? undefined
    : 'has no duration such as 1h30m after @every'
}

/** Source: `getRange`. */
function rangeProblem(item: string, bounds: Bounds): string | undefined {
  const [range = '', stepText, ...moreSteps] = item.split('/')
  const [low = '', high, ...moreHighs] = range.split('-')
  const isAll = low === '*' || low === '?'
  if (!isAll && moreHighs.length > 0) return 'has too many hyphens'
  const start = isAll ? bounds.min : valueOf(low, bounds)
  const written = isAll || high === undefined ? undefined : valueOf(high, bounds)
  if (start === undefined || (!isAll && high !== undefined && written === undefined))
    return bounds.names.length > 0 ? 'is neither a number nor a name' : 'is not a number'
  if (moreSteps.length > 0) return 'has too many slashes'
  const step = stepText === undefined ? 1 : integer(stepText)
  if (step === undefined) return 'has no number after the “/”'
  const isOpen = isAll || (high === undefined && stepText !== undefined)
  const end = isOpen ? bounds.max : (written ?? start)
  if (start < bounds.min) return `is below ${bounds.min}`
  if (end > bounds.max) return `is above ${bounds.max}`
  if (start > end) return 'ends before it begins'
  return step === 0 ? 'has the step 0' : undefined
}
