import { beforeAll, describe, expect, test } from 'vitest'
import { createEngine } from '../engine/report/engine'
import { onlyRule } from '../pages/onlyRule'
import { sources } from '../rules/sources'
import { catalog } from '../schemas'
import { pageOf } from '../formats/pageOf'
import { markWords } from '../views/SeverityMark'
import { exampleTextOf } from '../formats/exampleTexts'
import { passes } from '../worker/passes'
import { renderPages } from './renderPages'

const rules = sources.flatMap((source) => source.rules)
const paths = ['checks/index.html', ...rules.map(({ id }) => `checks/${id}.html`)]

const pages = new Map<string, string>()

beforeAll(async () => {
  const rendered = await renderPages({ policy: "default-src 'none'", styleSheet: 'pages-1.css' })
  for (const { path, text } of rendered) pages.set(path, text)
})

const pageAt = (path: string): string => pages.get(path) ?? ''

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#x27': "'", amp: '&' }

const decoded = (html: string): string =>
  html.replace(/&(lt|gt|quot|#x27|amp);/g, (whole, name: string) => entities[name] ?? whole)

/** The text of a page, as a person reads it; what is in an attribute does not count. */
const textOf = (html: string): string => decoded(html.replace(/<[^>]*>/g, ''))

/** The values of an attribute, in order. */
const valuesOf = (html: string, attribute: string): readonly string[] =>
  [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => decoded(value))

const contentOf = (html: string, element: RegExp): string => decoded(element.exec(html)?.[1] ?? '')
const titleOf = (html: string): string => contentOf(html, /<title>([^<]*)<\/title>/)
const descriptionOf = (html: string): string => contentOf(html, /<meta name="description" content="([^"]*)"/)

const empty = ['meta', 'link', 'br', 'hr', 'img', 'input']

/** What is wrong with the tags of a page; undefined when each is closed in order and nothing else looks like a tag. */
const tagProblem = (html: string): string | undefined => {
  const open: string[] = []
  const rest = html.replace(
    /<(\/?)([a-z][a-z0-9]*)((?: [\w:-]+(?:="[^"<>]*")?)*)\s*(\/?)>/gi,
    (tag, closes: string, name: string, _attributes: string, closesItself: string) => {
      if (closes === '' && closesItself === '' && !empty.includes(name)) open.push(name)
      if (closes === '/' && open.pop() !== name) open.push(`not in order: ${tag}`)
      return ''
    },
  )
  if (open.length > 0) return open.join(' ')
  return /[<>]/.exec(rest.replace('<!doctype html>', ''))?.[0]
}

test('every rule has a page, and there is a list of them', () => {
  expect([...pages.keys()]).toEqual(paths)
  const hrefs = valuesOf(pageAt('checks/index.html'), 'href')
  for (const { id } of rules) expect(hrefs).toContain(`${id}.html`)
})

test('no two pages have the same title', () => {
  expect(new Set([...pages.values()].map(titleOf)).size).toBe(paths.length)
})

describe.each(paths)('%s', (path) => {
  test('is a well-formed document of its language, with a title and a description', () => {
    const html = pageAt(path)
    expect(html).toMatch(/^<!doctype html>\n<html lang="en"><head><meta charSet="utf-8"\/>/i)
    expect(tagProblem(html)).toBeUndefined()
    expect(titleOf(html)).toMatch(/^[A-Z].+ · Kubernetes Manifest Playground$/)
    expect(descriptionOf(html)).toMatch(/^(?!.*(?:`|\*\*))\S.{10,}\.$/)
    expect(valuesOf(html, 'name')).toEqual(expect.arrayContaining(['viewport', 'color-scheme']))
  })

  test('has no script and no style of its own, and its policy comes before everything that loads', () => {
    const html = pageAt(path)
    expect(html).not.toMatch(/<script|<style|<iframe|<form|javascript:|<[^>]*\s(?:on\w+|style)=/i)
    expect(valuesOf(html, 'http-equiv')).toEqual(['Content-Security-Policy'])
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<link'))
  })

  test('has only links to files that there are', () => {
    const files = ['../', '../icon.svg', 'pages-1.css', ...paths.map((other) => other.replace('checks/', ''))]
    const known = [...files, '../#/checks', ...rules.map(({ id }) => `../#/checks/${id}`)]
    const own = valuesOf(pageAt(path), 'href').filter((href) => !href.startsWith('https://'))
    expect(own.filter((href) => !known.includes(href))).toEqual([])
  })

  test('has no id twice, and names what it is labelled by', () => {
    const ids = valuesOf(pageAt(path), 'id')
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining([...valuesOf(pageAt(path), 'aria-labelledby')]))
  })
})

const engine = createEngine({ sources, schemas: catalog })

describe.each(rules.filter(({ id }) => exampleTextOf(id) !== undefined))('the page of $id', ({ id }) => {
  const manifest = exampleTextOf(id) ?? ''

  test('has the example, what the engine reports on it, and the exact places', () => {
    const html = pageAt(`checks/${id}.html`)
    const findings = engine
      .evaluate(manifest, onlyRule(id, engine.library.ruleSummaries))
      .findings.filter(({ rule }) => rule === id)
    expect(findings.length).toBeGreaterThan(0)
    for (const line of manifest.split('\n')) expect(textOf(html)).toContain(line)
    for (const { message, range } of findings) {
      expect(textOf(html)).toContain(message)
      const [place = ''] = manifest.slice(range.from, range.to).split('\n')
      expect([...html.matchAll(/<mark>([^<]*)<\/mark>/g)].map(([, text = '']) => decoded(text))).toContain(
        place,
      )
    }
  })
})

const checkPages = rules.flatMap(({ id }) => {
  const page = pageOf(id)
  return page ? [{ id, page }] : []
})

describe.each(checkPages)('the page of the check $id', ({ id, page }) => {
  const { related, question } = page

  test('has the facts of the check at a glance', () => {
    const { severities, optional } = rules.find((rule) => rule.id === id) ?? { severities: [] }
    const strip = textOf(/<dl class="check-facts">(.*?)<\/dl>/s.exec(pageAt(`checks/${id}.html`))?.[1] ?? '')
    const words = severities.map((severity) => markWords[severity])
    expect(strip).toContain(`Severity${words.join('')}`)
    expect(strip).toContain(optional ? 'Only if you switch it on' : 'By default')
    expect(strip).toContain(`Who enforces it${page.enforcedBy.join(', ')}`)
    expect(strip).toContain(`If you say nothing${page.byDefault}`)
    expect(strip.includes('Since')).toBe(page.since !== undefined)
    expect(strip.includes('Pod Security')).toBe(page.podSecurity !== undefined)
  })

  test('links to its related checks', () => {
    expect(valuesOf(pageAt(`checks/${id}.html`), 'href')).toEqual(
      expect.arrayContaining(related.map((other) => `${other}.html`)),
    )
  })

  test('has the question, with the answer of the engine to each choice', () => {
    const text = textOf(pageAt(`checks/${id}.html`))
    for (const { label, yaml } of question.choices) {
      expect(text).toContain(yaml)
      expect(text).toContain(`${label}: ${passes(id, yaml) ? 'passes' : 'does not pass'}`)
    }
    expect(text).toContain(question.explanation)
  })
})

test('an element that is not closed, or not in order, is a problem; a loose bracket is one, too', () => {
  expect(tagProblem('<p>a<b>c</b></p>')).toBeUndefined()
  expect(tagProblem('<p>a<b>c</p>')).toBeDefined()
  expect(tagProblem('<p>a<b>c</p></b>')).toBeDefined()
  expect(tagProblem('<p>a < c</p>')).toBe('<')
})
