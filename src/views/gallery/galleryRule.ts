import type { Finding } from '../../engine/model/finding'
import { groupBy } from '../../engine/model/groupBy'
import type { ListedRule } from '../../worker/protocol'
import { parseMarkdown } from '../../pages/markdown'

/** A rule with what the gallery shows and searches of its page. */
export type GalleryRule = ListedRule & {
  /** The first sentence of its page, as Markdown. */
  readonly lead: string
  /** Title, id, page and messages, in lower case. */
  readonly searched: string
}

/** Where a rule has findings in the text of the reader. */
export type Found = {
  /** How many count. */
  readonly counted: number
  readonly ignored: number
  /** Their messages, in lower case. */
  readonly searched: string
}

/** Adds what the page of a rule says to its facts. */
export const withPage = (rule: ListedRule, page: string): GalleryRule => {
  const paragraph = parseMarkdown(page).find((block) => block.type === 'paragraph')?.text ?? ''
  return {
    ...rule,
    lead: /^.+?\.(?=\s|$)/.exec(paragraph)?.[0] ?? paragraph,
    searched: [rule.title, rule.id, page, ...rule.messages].join('\n').toLowerCase(),
  }
}

/** What is found, by the id of the rule; rules without findings are left out. */
export function foundByRule(findings: readonly Finding[]): ReadonlyMap<string, Found> {
  const byRule = groupBy(findings, ({ rule }) => rule)
  return new Map(
    [...byRule].map(([rule, own]) => {
      const counted = own.filter(({ ignored }) => ignored === undefined).length
      const searched = own.map(({ message }) => message.toLowerCase()).join('\n')
      return [rule, { counted, ignored: own.length - counted, searched }]
    }),
  )
}

/** What a rule looks at, in a few words. `all`: every kind that the checks support. */
export function kindsText({ kinds }: Pick<GalleryRule, 'kinds'>, all: readonly string[]): string {
  if (kinds.length === 0) return 'The text itself'
  if (kinds.length === all.length) return 'Every object'
  return kinds.includes('Pod') ? 'Pods and their controllers' : kinds.join(', ')
}
