import type { Reporting } from '../reporting'
import { xmlText } from '../xmlText'
import { checkById } from './checkCatalog'
import { referenceTo, scoredObjects, type Comment, type ScoredObject, type ScoredResult } from './results'

/** One test case: a comment of a result, or a result without comments. */
type TestCase = { readonly name: string; readonly outcome: Outcome; readonly message: string }

type Outcome = 'failure' | 'skipped' | 'passed'

type Suite = { readonly name: string; readonly cases: readonly TestCase[] }

/**
 * The junit output of kube-score: a test suite for every object, and a test case for every comment, so that a check with
 * several comments has several of the same name.
 */
export function writeJunit({ evaluation }: Reporting): string {
  const suites = scoredObjects(evaluation).map(suiteOf)
  const all = suites.flatMap(({ cases }) => cases)
  // Here, unlike in a suite, a count of nothing is left out.
  const counts = { tests: all.length, failures: count(all, 'failure'), skipped: count(all, 'skipped') }
  const shown = Object.entries(counts).flatMap(([name, value]) => (value > 0 ? [[name, value] as const] : []))
  const open = `<testsuites${attributes([['name', 'kube-score'], ...shown])}>`
  const content = suites.map((suite) => `\t${suiteText(suite)}\n`).join('')
  return `${open}${content && `\n${content}`}</testsuites>\n`
}

const suiteOf = ({ located, results }: ScoredObject): Suite => ({
  name: referenceTo(located),
  cases: results.flatMap(casesOf),
})

function casesOf(result: ScoredResult): readonly TestCase[] {
  const { name } = checkById(result.check)
  const outcome = outcomeOf(result)
  const messages = result.comments.length > 0 ? result.comments.map(messageOf) : ['']
  return messages.map((message) => ({ name, outcome, message }))
}

function outcomeOf({ grade, skipped }: ScoredResult): Outcome {
  if (skipped) return 'skipped'
  return grade <= 5 ? 'failure' : 'passed'
}

const messageOf = ({ path, summary, description }: Comment): string =>
  `${path && `(${path}) `}${summary}: ${description}`

function suiteText({ name, cases }: Suite): string {
  const skipped = count(cases, 'skipped')
  const open = `<testsuite${attributes([
    ['name', name],
    ['tests', cases.length],
    ['failures', count(cases, 'failure')],
    ['errors', 0],
    ['id', 0],
    ...(skipped > 0 ? [['skipped', skipped] as const] : []),
    ['time', ''],
  ])}>`
  const content = cases.map((one) => `\t\t${caseText(one, name)}\n`).join('')
  return `${open}${content && `\n${content}\t`}</testsuite>`
}

function caseText({ name, outcome, message }: TestCase, suite: string): string {
  const open = `<testcase${attributes([
    ['name', name],
    ['classname', suite],
  ])}>`
  if (outcome === 'passed') return `${open}</testcase>`
  return `${open}\n\t\t\t<${outcome}${attributes([['message', message]])}></${outcome}>\n\t\t</testcase>`
}

const count = (cases: readonly TestCase[], which: Outcome): number =>
  cases.filter(({ outcome }) => outcome === which).length

const attributes = (pairs: readonly (readonly [name: string, value: string | number])[]): string =>
  pairs.map(([name, value]) => ` ${name}="${xmlText(String(value))}"`).join('')
