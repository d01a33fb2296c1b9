import type { Finding } from '../../engine/model/finding'
import { addTo, groupBy } from '../../engine/model/groupBy'
import type { Path } from '../../engine/model/path'
import type { ObjectReport, Report } from '../../engine/model/report'
import { valueOf } from '../../engine/objects/locatedObjects'
import { valueAt, type Mapping } from '../../engine/yaml/value'
import type { Reporting } from '../reporting'
import { locator, stdinName, type SourceFile } from '../sourceSet'

/** `empty`: a document with nothing but comments. It is listed, and never counted. */
export type Status = 'valid' | 'invalid' | 'error' | 'skipped' | 'empty'

/** What kubeconform has a line for: an object, or a document or an item of a List that is none. */
export type Resource = {
  /** The name of its file. */
  readonly file: string
  /** Empty where nothing is known of it, and so are the three after it. */
  readonly kind: string
  readonly apiVersion: string
  readonly namespace: string
  /** With the name that a cluster would generate as in `pi-{{ generateName }}`. */
  readonly name: string
  readonly status: Status
  /** Everything that is wrong with it, each sentence with its line in the file: `line 5: …`. Empty if nothing is. */
  readonly message: string
  /**
   * Everything that is wrong with an invalid object, by its place. `path`: from the root of the object, not escaped, as
   * kubeconform has it: `/spec/ports/0/port`.
   */
  readonly errors: readonly { readonly path: string; readonly message: string }[]
}

/** What kubeconform calls standard input. */
export const stdinFile = 'stdin'

/**
 * What kubeconform would list, by file, in the order of the text. Where it knows less or says less than we do, we say what we know:
 *
 * - An object is invalid when a cluster would refuse it, whether its schema says so or a rule of the API server. Findings that are
 *   ignored, or that the report does not have, do not count; checks never do.
 * - An error is an object that could not be validated: no kind or apiVersion, no schema, a kind that the settings reject, a
 *   duplicate key, YAML that cannot be read. It is skipped when all that is said about it is ignored.
 * - Errors are all listed, each at its own place: kubeconform folds them at the first level at which they branch, and reports
 *   unknown and missing fields at the object around them. A program that reads the paths finds more of them, and longer ones.
 */
export function resourcesOf({ report, evaluation, sources }: Reporting): readonly Resource[] {
  const placeOf = locator(sources)
  const roots = new Map(evaluation.objects.map((located) => [located.id, valueOf(located)]))
  const said = report.findings.filter((finding) => stops(finding, report.rules))
  const byObject = groupBy(said, ({ object }) => object)
  const byFile = new Map<SourceFile, Placed[]>(sources.files.map((file) => [file, []]))
  const add = ({ range, ...resource }: Draft): void => {
    const { file } = placeOf(range)
    addTo(byFile, file, { from: range.from, resource: { ...resource, file: nameOf(file) } })
  }
  const messageOf = (found: readonly Finding[]): string =>
    found.map(({ range, message }) => `line ${placeOf(range).start.line}: ${message}`).join(' ')

  for (const object of report.objects) {
    const found = byObject.get(object.id) ?? nothing
    const status = statusOf(object, found.length > 0)
    add({
      ...identityOf(object, roots.get(object.id)),
      range: object.range,
      status,
      message: messageOf(found),
      errors: status === 'invalid' ? found.map((finding) => errorOf(finding, object.path)) : nothing,
    })
  }
  const byDocument = groupBy(byObject.get(undefined) ?? nothing, ({ document }) => document)
  for (const [index, { status, range }] of report.documents.entries()) {
    const found = byDocument.get(index) ?? nothing
    for (const some of byItem(found)) {
      const [first] = some
      add({ ...nameless, range: first.range, status: 'error', message: messageOf(some) })
    }
    if (found.length > 0) continue
    const { from, to } = range
    if (status === 'broken') add({ ...nameless, range, status: 'skipped' })
    if (status === 'empty' && !isBare(evaluation.text.slice(from, to)))
      add({ ...nameless, range, status: 'empty' })
  }
  return [...byFile].flatMap(([source, placed]): readonly Resource[] => {
    const file = nameOf(source)
    if (placed.length === 0 && file !== stdinFile) return [{ ...nameless, file, status: 'empty' }]
    return placed.toSorted((one, other) => one.from - other.from).map(({ resource }) => resource)
  })
}

/** A resource whose file is not looked up yet. */
type Draft = Omit<Resource, 'file'> & Pick<Finding, 'range'>

type Placed = { readonly from: number; readonly resource: Resource }

const nothing: readonly never[] = []

const nameOf = ({ name }: SourceFile): string => (name === stdinName ? stdinFile : name)

const nameless = { kind: '', apiVersion: '', namespace: '', name: '', message: '', errors: nothing }

/** Whether a finding is of those that kubeconform stops at: no check, and it counts. */
const stops = ({ rule, severity, ignored }: Finding, rules: Report['rules']): boolean =>
  rules[rule]?.isCheck !== true &&
  (severity === 'refused' || severity === 'critical') &&
  ignored === undefined

function statusOf({ validity: { status } }: ObjectReport, isStopped: boolean): Status {
  if (isStopped) return status === 'error' ? 'error' : 'invalid'
  return status === 'skipped' || status === 'error' ? 'skipped' : 'valid'
}

const identityOf = ({ kind, apiVersion, namespace, name }: ObjectReport, root: Mapping | undefined) => ({
  ...{ kind, apiVersion, namespace },
  name: nameWith(root && valueAt(root, ['metadata', 'generateName']), name),
})

/** kubeconform's name of an object: a name that is to be generated counts, even where there is another. */
export const nameWith = (generateName: ReturnType<typeof valueAt>, name: string): string => {
  const prefix = generateName?.type === 'scalar' ? generateName.data : undefined
  return prefix ? `${prefix}{{ generateName }}` : name
}

const errorOf = ({ path, message }: Finding, base: Path) => ({
  path: pointer(path.slice(base.length)),
  message,
})

/** `/spec/ports/0`: not escaped, as kubeconform prints it. */
export const pointer = (path: Path): string => path.map((step) => `/${step}`).join('')

/** Items of a List that are no objects are apart; all else that is said of a document is said of the whole. */
function byItem(found: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = groupBy(found, ({ path }) => (typeof path.at(-1) === 'number' ? pointer(path) : ''))
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []))
}

/** A separator and nothing else, as at the end of a file, is no document for kubeconform. */
const isBare = (text: string): boolean => /^\uFEFF?(?:---[ \t]*)?[\r\n]*$/.test(text)

/** How many resources there are of each status but `empty`, and in how many files they are. */
export function countResources(resources: readonly Resource[]) {
  const count = (status: Status): number => resources.filter((one) => one.status === status).length
  return {
    files: new Set(resources.map(({ file }) => file)).size,
    valid: count('valid'),
    invalid: count('invalid'),
    errors: count('error'),
    skipped: count('skipped'),
  }
}
