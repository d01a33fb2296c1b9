import { isDate } from '../../kubernetes/time'

/** A time of day with a zone, `12:00:00Z`. Second 60 is only valid at the end of a day in UTC. Source: RFC 3339, 5.6. */
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

/** `2024-05-01T12:00:00Z`. Source: RFC 3339, section 5.6. */
export const isDateTime = (text: string): boolean =>
  /^.{10}[tT]/.test(text) && isDate(text.slice(0, 10)) && isTimeOfDay(text.slice(11))

/** `P1Y2M3DT4H5M6S` or `P1W`. Source: RFC 3339, appendix A. */
export const isIsoDuration = (text: string): boolean =>
  /^P(?:\d+W|(?!$)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?!$)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)$/.test(text)

/** A start and an end, one of which may be a duration: `2024-05-01T12:00:00Z/P1D`. Source: RFC 3339, appendix A. */
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
const goDurationPart = /(\d*)(?:\.(\d*))?(ns|us|µs|μs|ms|s|m|h)/gy

/** `1h30m`, `-1.5s`, `0`, within 64-bit signed nanoseconds. Source: Go's `time.ParseDuration`. */
export function isGoDuration(text: string): boolean {
  const match = goDuration.exec(text)
  if (!match) return false
  let total = 0n
  for (const [, whole = '', fraction = '', unit] of text.slice(match[1]?.length).matchAll(goDurationPart)) {
    const scale = nanoseconds.get(unit) ?? 0n
    // More than 20 digits are out of range, and would be slow to convert.
    if (whole.replace(/^0+/, '').length > 20) return false
    total += BigInt(whole || '0') * scale
    total += (BigInt(fraction.slice(0, 15) || '0') * scale) / 10n ** BigInt(Math.min(15, fraction.length))
  }
  return total < 2n ** 63n || (match[1] === '-' && total === 2n ** 63n)
}

const looseUnit = /^(?:ns|nano.*|us|µs|micro.*|ms|milli.*|s|sec.*|m|min.*|h|hr|hour.*|d|day.*|w|wk|week.*)$/i

/**
 * A Go duration, or any text that contains a number with a unit: `3 days`, `1w`. Very long texts are accepted without a
 * test. Source: kube-openapi `strfmt.ParseDuration`.
 */
export const isLooseDuration = (text: string): boolean =>
  isGoDuration(text) ||
  text.length > 1000 ||
  [...text.matchAll(/\d+\s*([A-Za-zµ]+)/g)].some(([, unit = '']) => looseUnit.test(unit))

/** Without leap seconds, and with any character before the fraction. Source: kube-openapi `strfmt.IsDateTime`. */
export function isLooseDateTime(text: string): boolean {
  const [day = '', time = ''] = text.toLowerCase().split('t')
  const match = /^(\d\d):(\d\d):(\d\d)(?:.\d+)?(?:z|[+-]\d\d:\d\d)$/.exec(time)
  return (
    isDate(day) && match !== null && Number(match[1]) < 24 && Number(match[2]) < 60 && Number(match[3]) < 60
  )
}
