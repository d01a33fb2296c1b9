import type { RuleSummary } from '../engine/model/report'
import { codeFrame } from '../formats/codeFrame'
import { exampleTextOf } from '../formats/exampleTexts'
import { pageOf } from '../formats/pageOf'
import { painter } from '../formats/paint'
import type { WriteOptions } from '../formats/reporting'
import { docsOf } from '../formats/ruleDocs'
import { joinSources } from '../formats/sourceSet'
import { terminalLook, terminalPage, tones } from '../formats/terminalPage'
import { counted } from '../formats/words'
import { workedExample, type Example } from '../formats/workedExample'
import type { CheckPage } from '../pages/checkPage'
import { parseMarkdown } from '../pages/markdown'
import { sourceWords } from '../pages/sourceWords'
import { programName } from '../session/program'
import { sources } from '../rules/sources'
import { engineFor, fixerFor } from './engine'
import { markdownLines, type MarkdownLook } from './markdownLines'

type Look = Pick<WriteOptions, 'colours' | 'width'>

/** Every rule with its title, by source. */
export function ruleList({ colours }: Look): string {
  const paint = painter(colours)
  const longest = Math.max(...sources.flatMap(({ rules }) => rules.map(({ id }) => id.length)))
  const lists = sources.map(({ title, rules }) => [
    paint('bold', title),
    ...rules.map(
      ({ id, title: text, optional }) => `  ${id.padEnd(longest)}  ${text}${optional ? ' (optional)' : ''}`,
    ),
    '',
  ])
  return [...lists.flat(), `${programName} explain RULE shows the page of one.`, ''].join('\n')
}

/** The page of a rule: facts, text, an example with its place and its fix, and related rules. */
export async function rulePage(id: string, options: Look): Promise<string> {
  const look: MarkdownLook = { ...terminalLook(options), colours: options.colours }
  const exampleText = exampleTextOf(id)
  const engine = await engineFor(exampleText ?? '')
  const rules = engine.library.ruleSummaries
  const summary = rules[id]
  const page = pageOf(id)
  const [title, lead, ...rest] = parseMarkdown(docsOf(id) ?? '')
  const example =
    exampleText === undefined ? undefined : workedExample(id, exampleText, engine, await fixerFor(engine))
  const parts = [
    [look.paint('bold', title?.type === 'heading' ? title.text : (summary?.title ?? id))],
    markdownLines(lead ? [lead] : [], look),
    summary ? factLines(id, summary, page, look) : [],
    example ? exampleLines(example, options) : [],
    markdownLines(rest, look),
    page ? relatedLines(page, (other) => rules[other]?.title ?? other, look) : [],
  ]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function factLines(
  id: string,
  summary: RuleSummary,
  page: CheckPage | undefined,
  { paint }: MarkdownLook,
): readonly string[] {
  const { severities, source, isCheck, isOptional, topic } = summary
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    ['Rule', id],
    ['Severity', severities.map((severity) => paint(tones[severity], severity)).join(', ')],
    ['Topic', topic],
    isCheck
      ? ['When it runs', isOptional ? `Only with --enable-check ${id}` : 'By default']
      : ['Who finds it', sourceWords[source]],
    ['Who enforces it', page?.enforcedBy.join(', ')],
    ['Since', page?.since && `Kubernetes ${page.since}`],
    ['If you say nothing', page?.byDefault],
    ['Pod Security', page?.podSecurity],
  ]
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name.padEnd(20)}${value}`]))
}

/** So many places of an example are shown. */
const mostPlaces = 3

function exampleLines({ text, findings, changes, fixes }: Example, look: Look): readonly string[] {
  const page = terminalPage(joinSources([{ name: 'example.yaml', text }]), look)
  const { paint, width } = page
  const hidden = findings.length - mostPlaces
  const marked = findings
    .slice(0, mostPlaces)
    .flatMap(({ message, range, severity }) => [
      ...page.prose(message, 2),
      ...codeFrame(page.placeOf(range), { width, paint, tone: tones[severity] }),
    ])
  const diff = changes.flatMap(({ lines }, index) => [
    ...(index > 0 ? [paint('dim', '      …')] : []),
    ...lines.map(({ form, text: line }) => {
      const shown = `    ${{ same: ' ', added: '+', removed: '-' }[form]} ${line}`.trimEnd()
      return form === 'same' ? shown : paint(form === 'added' ? 'green' : 'red', shown)
    }),
  ])
  return [
    paint('bold', 'Example'),
    ...marked,
    ...(hidden > 0 ? [`  and ${counted(hidden, 'more place')}`] : []),
    ...(fixes.length > 0
      ? [
          '',
          ...page.prose(
            `${changes.length > 0 ? 'The fix' : 'No edit can be right'}: ${fixes.join(' · ')}`,
            2,
          ),
        ]
      : []),
    ...diff,
  ]
}

const relatedLines = (
  { related }: CheckPage,
  titleOf: (id: string) => string,
  { paint }: MarkdownLook,
): readonly string[] => [paint('bold', 'Related checks'), ...related.map((id) => `  ${id}: ${titleOf(id)}`)]
