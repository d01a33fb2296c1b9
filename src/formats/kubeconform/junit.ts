import { groupBy } from '../../engine/model/groupBy'
import { visible } from '../visible'
import type { Reporting } from '../reporting'
import { xmlText } from '../xmlText'
import { countResources, resourcesOf, type Resource } from './resources'

/** Source: kubeconform’s `-output junit`. It lists everything, always. All times are 0, so that equal input has equal output. */
export function writeJunit(reporting: Reporting): string {
  const resources = resourcesOf(reporting)
  const { valid, invalid, errors, skipped } = countResources(resources)
  const all = attributes({
    name: 'kubeconform',
    time: 0,
    tests: valid + invalid + errors + skipped,
    failures: invalid,
    disabled: skipped,
    errors,
  })
  const suites = [...groupBy(resources, ({ file }) => file)].map(([file, own], index) =>
    suiteOf(file, own, index + 1),
  )
  return `${element(`testsuites ${all}`, suites, '')}\n`
}

function suiteOf(name: string, resources: readonly Resource[], id: number): string {
  const { valid, invalid, errors, skipped } = countResources(resources)
  const tests = valid + invalid + errors + skipped
  const head = attributes({ name, id, tests, failures: invalid, errors, disabled: 0, skipped })
  return element(`testsuite ${head}`, resources.filter(({ status }) => status !== 'empty').map(caseOf), '  ')
}

function caseOf({ kind, apiVersion, namespace, name, status, message }: Resource): string {
  const head = attributes({
    name: namespace === '' ? name : `${namespace}/${name}`,
    classname: `${kind}@${apiVersion}`,
    time: 0,
  })
  const outcome = {
    skipped: ['<skipped message=""></skipped>'],
    error: [`<error ${attributes({ message, type: '' })}></error>`],
    invalid: [`<failure ${attributes({ message, type: '' })}></failure>`],
    ...{ valid: [], empty: [] },
  }[status]
  return element(
    `testcase ${head}`,
    outcome.map((line) => `      ${line}`),
    '    ',
  )
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${xmlText(visible(String(value)))}"`)
    .join(' ')

/** An element with its children, of which each is on lines of its own. */
function element(head: string, children: readonly string[], indent: string): string {
  const [name = ''] = head.split(' ', 1)
  const body = children.length > 0 ? `\n${children.join('\n')}\n${indent}` : ''
  return `${indent}<${head}>${body}</${name}>`
}
