import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Rule } from '../engine/findings/rule'
import { defaultSettings } from '../engine/model/settings'
import { sources } from '../rules/sources'
import { firstSentence } from '../views/firstSentence'
import { parseInline, parseMarkdown } from '../pages/markdown'
import { docsOf } from '../formats/ruleDocs'
import { ExampleView } from '../views/checkPage/ExampleView'
import { pageOf } from '../formats/pageOf'
import { RulePageView } from '../views/checkPage/RulePageView'
import { engineFor } from '../worker/engines'
import { exampleOf } from '../worker/example'
import { passes } from '../worker/passes'
import { AnsweredQuestion } from './AnsweredQuestion'
import { PageFrame, type Frame } from './PageFrame'
import { RuleIndex } from './RuleIndex'

/** `path`: from the folder of the playground. `text`: a whole HTML document. */
export type StaticPage = { readonly path: string; readonly text: string }

const rules = sources.flatMap((source) => source.rules)
const titles = new Map(rules.map(({ id, title }) => [id, title]))

/** The page of every rule, and a list of them all. The engine works out the examples. */
export const renderPages = async (frame: Frame): Promise<readonly StaticPage[]> => {
  const pages = [indexPage(frame)]
  for (const rule of rules) pages.push(await rulePage(rule, frame))
  return pages
}

const indexPage = (frame: Frame): StaticPage => {
  const description = `All ${rules.length} rules that the playground checks Kubernetes manifests against, by topic.`
  return pageFile(
    'index',
    <PageFrame {...frame} title="All checks" description={description}>
      <RuleIndex entries={rules.map((rule) => ({ rule, lead: leadOf(rule) }))} hrefOf={fileOf} />
    </PageFrame>,
  )
}

const rulePage = async (rule: Rule, frame: Frame): Promise<StaticPage> => {
  const { id, title } = rule
  const { engine } = await engineFor('', defaultSettings)
  const summary = engine.library.ruleSummaries[id]
  if (!summary) throw new Error(`The engine has no rule ${id}.`)
  const page = pageOf(id)
  const example = await exampleOf(id)
  return pageFile(
    id,
    <PageFrame {...frame} title={title} description={plainText(leadOf(rule))} rule={id}>
      <RulePageView
        id={id}
        summary={summary}
        text={docsOf(id) ?? ''}
        page={page}
        hrefOf={fileOf}
        titleOf={(other) => titles.get(other) ?? other}
        example={example && <ExampleView example={example} />}
        question={
          page && (
            <AnsweredQuestion
              question={page.question}
              answers={page.question.choices.map(({ yaml }) => passes(id, yaml) ?? false)}
            />
          )
        }
      />
    </PageFrame>,
  )
}

const fileOf = (id: string): string => `${id}.html`

const pageFile = (id: string, document: ReactElement): StaticPage => ({
  path: `checks/${fileOf(id)}`,
  text: `<!doctype html>\n${renderToStaticMarkup(document)}\n`,
})

/** The sentence below the title of a rule's page, as Markdown. Rules that are no checks have a paragraph there. */
const leadOf = ({ id, title }: Rule): string => {
  const blocks = parseMarkdown(docsOf(id) ?? '')
  const [, lead] = blocks
  return pageOf(id) && lead?.type === 'paragraph' ? lead.text : (firstSentence(blocks, title) ?? title)
}

const plainText = (markdown: string): string =>
  parseInline(markdown)
    .map(({ text }) => text)
    .join('')
