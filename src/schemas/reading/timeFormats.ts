import { isDate } from '../../kubernetes/time'

/** A time of day with its zone; a 60th second only at the end of the day of UTC. Source: RFC 3339, section 5.6. */
export function isTimeOfDay(text: string): boolean {
  const match = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:[zZ]|([+-])(\d\d):(\d\d))$/.exec(text)
  if (!match) return false
  const [, hour, minute, second, sign = '+', zoneHour = '0', zoneMinute = '0'] = match
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return false
  if (Number(zoneHour) > 23 || Number(zoneMinute) > 59) return false
  const zone = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === '+' ? 1 : -1)
  const utc = Number(hour) * 60 + Number(minute) - zone
  return Number(second) < 60 || (utc < 0 ? utc + 1440 : utc) === 1439
}

export const isDateTime = (text: string): boolean =>
  /^.{10}[tT]/.test(text) && isDate(text.slice(0, 10)) && isTimeOfDay(text.slice(11))

/** `P1Y2M3DT4H5M6S` or `P1W`. Source: RFC 3339, appendix A. */
export const isIsoDuration = (text: string): boolean =>
  /^P(?:\d+W|(?!$)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?!$)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/.test(text)

/** Two ends, of which one may be a duration: `2024-05-01T12:00:00Z/P1D`. Source: RFC 3339, appendix A. */
export function isPeriod(text: string): boolean {
  const slash = text.indexOf('/')
  if (slash < 0) return false
  const [start, end] = [text.slice(0, slash), text.slice(slash + 1)]
  if (start.startsWith('P')) return isIsoDuration(start) && isDateTime(end)
  return isDateTime(start) && (end.startsWith('P') ? isIsoDuration(end) : isDateTime(end))
}

const nanoseconds = new Map<string | undefined, bigint>([
  ['ns', 1n],
  ['us', 1000n],
  ['µs', 1000n],
  ['μs', 1000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
])

const goDuration = /^([-+]?)(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/
const goDurationPart = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/g

/** `1h30m`, `-1.5s`, `0`: at most what 63 bits of nanoseconds hold. Source: Go's `time.ParseDuration`. */
export function isGoDuration(text: string): boolean {
  const match = goDuration.exec(text)
  if (!match) return false
  let total = 0n
  for (const [, whole = '', fraction = '', unit] of text.matchAll(goDurationPart)) {
    const scale = nanoseconds.get(unit) ?? 0n
    // More than twenty digits say no more, and would take long to read.
    if (whole.replace(/^0+/, '').length > 20) return false
    total += BigInt(whole || '0') * scale
    total += (BigInt(fraction.slice(0, 15) || '0') * scale) / 10n ** BigInt(Math.min(15, fraction.length))
  }
  return total < 2n ** 63n || (match[1] === '-' && total === 2n ** 63n)
}

const looseUnit = /^(?:ns|nano.*|us|µs|micro.*|ms|milli.*|s|sec.*|m|min.*|h|hr|hour.*|d|day.*|w|wk|week.*)$/i

/**
 * A duration of Go, or any text with a number and a unit somewhere in it: `3 days`, `1w`. Very long texts are taken
 * unread. Source: kube-openapi `strfmt.ParseDuration`.
 */
export const isLooseDuration = (text: string): boolean =>
  isGoDuration(text) ||
  text.length > 1000 ||
  [...text.matchAll(/\d+\s*([A-Za-zµ]+)/g)].some(([, unit = '']) => looseUnit.test(unit))

/** As kube-openapi `strfmt.IsDateTime` has it: no leap second, any sign in front of the fraction. */
export function isLooseDateTime(text: string): boolean {
  const [day = '', time = ''] = text.toLowerCase().split('t')
  const match = /^(\d\d):(\d\d):(\d\d)(?:.\d+)?(?:z|[+-]\d\d:\d\d)$/.exec(time)
  return (
    isDate(day) && match !== null && Number(match[1]) < 24 && Number(match[2]) < 60 && Number(match[3]) < 60
  )
}
