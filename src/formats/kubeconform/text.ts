import { visible } from '../visible'
import type { Reporting, WriteOptions } from '../reporting'
import { countResources, resourcesOf, stdinFile, type Resource } from './resources'

/** Source: kubeconform’s `-output text`, with `-verbose` for a verbosity of 1 or more. */
export const writeText = (reporting: Reporting, options: WriteOptions): string =>
  linesOf(reporting, options, (resource) => {
    const { file, kind, name, status, message } = resource
    if (status === 'skipped') return `${file} - ${name} ${kind} skipped`
    const subject = status === 'error' && !isNamed(resource) ? '' : `${kind} ${name} `
    return `${file} - ${subject}${saysOf(status)}${message && `: ${message}`}`
  })

/** Source: kubeconform’s `-output pretty`. */
export const writePretty = (reporting: Reporting, options: WriteOptions): string => {
  const paint = (colour: number, text: string): string =>
    options.colours ? `\u001b[${colour}m${text}\u001b[0m` : text
  return linesOf(
    reporting,
    options,
    (resource) => prettyText(resource),
    ({ file, status }, text) => {
      const [colour, mark] = marks[status]
      return `${paint(colour, mark)} ${file}: ${paint(colour, text)}`
    },
  )
}

const [red, green, yellow] = [31, 32, 33]

const marks = {
  valid: [green, '✔'],
  invalid: [red, '✖'],
  error: [red, '✖'],
  skipped: [yellow, '-'],
} as const

/** Of an error, the name stands after the words, and so does its blank. */
function prettyText(resource: Listed): string {
  const { kind, name, status, message } = resource
  if (status === 'skipped') return `${kind} ${name} skipped`
  if (status !== 'error') return `${kind} ${name} ${saysOf(status)}${message && `: ${message}`}`
  const [before, after] = isNamed(resource) ? [`${kind} `, name] : ['', '']
  return `${before}${saysOf(status)}: ${after} ${message}`
}

const saysOf = (status: 'valid' | 'invalid' | 'error'): string =>
  status === 'error' ? 'failed validation' : `is ${status}`

const isNamed = ({ kind, name }: Listed): boolean => kind !== '' && name !== ''

/** What has a line of its own. */
type Listed = Resource & { readonly status: Exclude<Resource['status'], 'empty'> }

const isListed = (resource: Resource): resource is Listed => resource.status !== 'empty'

/** `frame`: puts the text of a line where it belongs. What it adds reaches the terminal as it is. */
function linesOf(
  reporting: Reporting,
  { verbosity, summary }: WriteOptions,
  textOf: (resource: Listed) => string,
  frame: (resource: Listed, text: string) => string = (_, text) => text,
): string {
  const resources = resourcesOf(reporting)
  const lines = resources
    .filter(isListed)
    .filter(({ status }) => verbosity > 0 || status === 'invalid' || status === 'error')
    .map((resource) => {
      const file = visible(resource.file)
      return frame({ ...resource, file }, visible(textOf(resource)))
    })
  return [...lines, ...(summary ? [summaryOf(resources)] : [])].map((line) => `${line}\n`).join('')
}

/** None and one have no s. */
function summaryOf(resources: readonly Resource[]): string {
  const { files, valid, invalid, errors, skipped } = countResources(resources)
  const counted = (count: number, noun: string): string => `${count} ${noun}${count > 1 ? 's' : ''}`
  const found = counted(valid + invalid + errors + skipped, 'resource')
  const isPiped = resources.every(({ file }) => file === stdinFile)
  const where = isPiped ? 'parsing stdin' : `in ${counted(files, 'file')}`
  return `Summary: ${found} found ${where} - Valid: ${valid}, Invalid: ${invalid}, Errors: ${errors}, Skipped: ${skipped}`
}
