/** A tool that cuts, splits or refuses a link that is longer than `characters`, the whole address counted. */
type Limit = { readonly tool: string; readonly characters: number }

/** Shortest first. Limits of messages: a link that fills one leaves no room for a word. */
const limits: readonly Limit[] = [
  // A message has at most 2,000 characters: discord.com/developers/docs/resources/message#create-message
  { tool: 'Discord', characters: 2_000 },
  // Programs for Windows hand over addresses of at most INTERNET_MAX_URL_LENGTH characters (wininet.h).
  { tool: 'Outlook', characters: 2_083 },
  // Longer messages are split, and with them the link: api.slack.com/changelog/2018-04-truncating-really-long-messages
  { tool: 'Slack', characters: 4_000 },
  // A message has at most 4,096 characters: core.telegram.org/bots/api#sendmessage
  { tool: 'Telegram', characters: 4_096 },
  // A message has about 28 KB, in UTF-16: learn.microsoft.com/connectors/teams
  { tool: 'Microsoft Teams', characters: 14_000 },
  // "Body is too long (maximum is 65536 characters)" is what its API answers.
  { tool: 'GitHub comments', characters: 65_536 },
  // kMaxURLChars in url/mojom/url.mojom of Chromium: it opens no longer address.
  { tool: 'Chrome and Edge', characters: 2_097_152 },
]

/**
 * Which well-known tools a link is too long for, in a sentence for people; undefined when it fits everywhere. `length`: of
 * the whole address, in characters.
 */
export function tooLongFor(length: number): string | undefined {
  const exceeded = limits.filter(({ characters }) => length > characters)
  if (exceeded.length === 0) return undefined
  const tools = exceeded.map(({ tool, characters }) => `${tool} (at most ${count(characters)})`)
  return `The link has ${count(length)} characters, which is too long for ${listing.format(tools)}: share a file there instead.`
}

const count = (value: number): string => value.toLocaleString('en')

const listing = new Intl.ListFormat('en', { type: 'conjunction' })
