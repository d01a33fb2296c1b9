/** The names of the IANA database without an area. JavaScript knows abbreviations besides, such as PST. */
const bare = new Set(
  'CET CST6CDT Cuba EET EST EST5EDT Egypt Eire Factory GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu'.split(
    ' ',
  ),
)

const areas = new Set(
  'Africa America Antarctica Arctic Asia Atlantic Australia Brazil Canada Chile Etc Europe Indian Mexico Pacific US'.split(
    ' ',
  ),
)

/** What JavaScript calls a zone; undefined when it knows none of the name, in any case. */
const canonical = (name: string): string | undefined => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/**
 * Whether the IANA database has a time zone of exactly this name. JavaScript ignores the case; the server does not. The names
 * in the database begin all their parts with a capital letter.
 */
function exists(name: string): boolean {
  const parts = name.split('/')
  if (parts.length === 1) return bare.has(name)
  if (!areas.has(parts[0] ?? '') || parts.some((part) => /^[a-z]/.test(part))) return false
  const found = canonical(name)
  return found !== undefined && (found === name || found.toLowerCase() !== name.toLowerCase())
}

/** What is wrong with the time zone of a CronJob, as the end of a sentence. Source: `validateTimeZone`, `time.LoadLocation`. */
export function timeZoneProblem(name: string): string | undefined {
  if (name === '') return 'must not be empty. Leave it out, or name a zone such as Europe/Dublin'
  if (name.toLowerCase() === 'local') return 'must be the name of a zone, such as Europe/Dublin'
  return exists(name) ? undefined : 'is not in the IANA time zone database'
}
