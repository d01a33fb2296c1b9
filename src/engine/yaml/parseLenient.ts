import { parseYaml, type ParsedYaml, type SyntaxFault } from './parseYaml'

/** Each round parses the text again, so only so many lines are joined, and only in texts of ordinary size. */
const rounds = 20
const sizeLimit = 200_000

/**
 * Composes a text as the cluster's reader does, which lets brackets and quoted values go on at any indentation. The
 * parser does not, so where it complains of that, the line break is read as the blank it stands for.
 */
export function parseLenient(text: string): ParsedYaml {
  const strict = parseYaml(text)
  let joined = text
  let composed = strict
  for (let round = 0; round < rounds && text.length < sizeLimit; round++) {
    const at = breakAt(joined, composed.faults[0])
    if (at === undefined) break
    joined = `${joined.slice(0, at)} ${joined.slice(at + 1)}`
    composed = parseYaml(joined)
  }
  return composed.faults.length === 0 ? composed : strict
}

/** The line break that ends a bracket or quoted value too early for the parser; undefined when something else is wrong. */
function breakAt(text: string, fault: SyntaxFault | undefined): number | undefined {
  const continued =
    fault &&
    ((fault.code === 'BAD_INDENT' && fault.message.startsWith('Flow')) ||
      /closing ["']quote/.test(fault.message))
  if (!continued) return undefined
  const at = text.lastIndexOf('\n', fault.from)
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return at < 0 || /(?:^|\s)#/.test(line) ? undefined : at
}
