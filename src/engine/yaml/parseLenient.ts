import { parseYaml, type ParsedYaml, type ParseError } from './parseYaml'

/** Each joined line means parsing the text again, so only a few lines are joined, and only in texts of usual size. */
const joinLimit = 20
const sizeLimit = 200_000
/** A joined line takes away one error, or the few after an unclosed quote: nothing helps a text with more of them. */
const errorLimit = 100

/**
 * Parses a text as the cluster's reader does, which allows brackets and quoted values to continue at any indentation.
 * The `yaml` package does not allow it: where it reports such a line, the line break before it is replaced by a space.
 * Never throws. `parse`: only for a test that counts how often a text is parsed.
 */
export function parseLenient(text: string, parse: typeof parseYaml = parseYaml): ParsedYaml {
  const strict = parse(text)
  let joined = text
  let parsed = strict
  for (let count = 0; count < joinLimit && text.length < sizeLimit; count++) {
    const at = parsed.errors.length > errorLimit ? undefined : breakToJoin(joined, parsed.errors[0])
    if (at === undefined) break
    const start = joined[at - 1] === '\r' ? at - 1 : at
    joined = joined.slice(0, start) + ' '.repeat(at + 1 - start) + joined.slice(at + 1)
    parsed = parse(joined)
  }
  return parsed.errors.length === 0 ? parsed : strict
}

/** The line break inside brackets or quotes that causes an error; undefined for errors with another cause. */
function breakToJoin(text: string, error: ParseError | undefined): number | undefined {
  if (!error) return undefined
  const quote = /closing (["'])quote/.exec(error.message)?.[1]
  if (!quote && !(error.code === 'BAD_INDENT' && error.message.startsWith('Flow'))) return undefined
  const at = text.lastIndexOf('\n', error.from)
  // A break before the quote is not inside it: with it, the line would become part of the value above.
  if (quote && at < text.lastIndexOf(quote, error.from - 1)) return undefined
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return at < 0 || /(?:^|\s)#/.test(line) ? undefined : at
}
