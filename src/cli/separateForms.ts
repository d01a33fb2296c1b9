import { jsonText } from '../formats/jsonText'
import { visible } from '../formats/visible'
import { UsageError, type Options } from './command'

/** How the report on one of several files is written among the others. */
type Form = (report: string, name: string) => string

const afterOneAnother: Form = (report) => (report === '' || report.endsWith('\n') ? report : `${report}\n`)

const namedFirst: Form = (report, name) => `${visible(name)}\n${afterOneAnother(report, name)}\n`

/** One JSON document in a line, as many programs read a stream of them. */
const jsonLine: Form = (report) => jsonText(JSON.parse(report), 0)

/** Outputs that several reports can follow one another in. The others are one document. */
const forms: Readonly<Record<string, Form>> = {
  human: namedFirst,
  json: jsonLine,
  markdown: afterOneAnother,
  github: afterOneAnother,
  'kube-score-human': afterOneAnother,
  'kube-score-ci': afterOneAnother,
  'kube-score-json': jsonLine,
  'kubeconform-text': afterOneAnother,
  'kubeconform-pretty': afterOneAnother,
  'kubeconform-json': jsonLine,
}

/** The form of an output with `--separate`. Throws a `UsageError` for an output, or a flag, that has none. */
export function formOfSeparate({ output, link }: Options): Form {
  if (link) throw new UsageError('One link opens one text. Leave out --link or --separate.')
  const form = Object.hasOwn(forms, output) ? forms[output] : undefined
  if (form) return form
  throw new UsageError(
    `The output ${output} is one document for all files. Leave out --separate, or use --output json.`,
  )
}
