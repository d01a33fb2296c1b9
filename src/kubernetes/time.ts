/** The Gregorian calendar repeats every 400 years, and JavaScript reads the years 0 to 99 as 1900 to 1999. */
const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()

/** Whether a text is a date that exists: `2024-02-29`, not `2023-02-29`. Source: Go's `time.Parse("2006-01-02", …)`. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)
  if (!match) return false
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/**
 * Whether the API accepts a text as a time: RFC 3339 with an upper-case `T`, `Z` or an offset, and an optional fraction
 * after `.` or `,`. Example: `2024-05-01T12:00:00.5+02:00`. Source: Go's `time.Parse(time.RFC3339, …)`.
 */
export function isTime(text: string): boolean {
  const match = /^(.{10})T(\d\d):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/.exec(text)
  if (!match) return false
  const [, date = '', hour, minute, second, zoneHour = '0', zoneMinute = '0'] = match
  return (
    isDate(date) &&
    Number(hour) <= 23 &&
    Number(minute) <= 59 &&
    Number(second) <= 59 &&
    Number(zoneHour) <= 24 &&
    Number(zoneMinute) <= 60
  )
}
