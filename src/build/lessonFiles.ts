import { readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ajv } from 'ajv'
import type { Plugin } from 'vite'
import { LineCounter, parseDocument } from 'yaml'
import type { Lesson, Question, Step } from '../lessons/lesson.ts'
import { lineOf, nameOf, schemaProblems, type LessonProblem, type Place } from './lessonProblems.ts'
import { listFiles } from './listFiles.ts'

const lessonFile = 'lesson.yaml'

/** A lesson as it is written: the manifests are names of files beside it. */
type WrittenLesson = Omit<Lesson, 'id'>

/**
 * `import lesson from './from-bare-to-green/lesson.yaml'` is the lesson as plain data, with the text of every file that it
 * names. `lessons.d.ts` has the type of such an import.
 */
export const lessonFiles = (): Plugin => ({
  name: 'playground:lesson-files',
  enforce: 'pre',
  load(id) {
    if (basename(id) !== lessonFile) return undefined
    const folder = dirname(id)
    for (const file of filesOf(folder)) this.addWatchFile(join(folder, file))
    return { code: `export default ${JSON.stringify(readLesson(folder))}`, moduleType: 'js' }
  },
  // What the server of `vite` watches belongs to a module only if the module imports it.
  hotUpdate({ file, modules }) {
    const affected = [...this.environment.moduleGraph.fileToModulesMap].flatMap(([path, found]) =>
      basename(path) === lessonFile && file.startsWith(`${dirname(path)}/`) ? [...found] : [],
    )
    return [...new Set([...modules, ...affected])]
  },
})

/**
 * Reads the lesson in a folder. Throws an error with a line for each problem, such as
 * `src/lessons/probes/lesson.yaml:12: steps[0] has no hint`.
 */
export function readLesson(folder: string): Lesson {
  const path = join(folder, lessonFile)
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, prettyErrors: false })
  const broken = document.errors.map(({ code, message, pos: [from] }) => ({
    line: lines.linePos(from).line,
    message: code === 'BLOCK_AS_IMPLICIT_KEY' ? 'a text that contains “: ” must be in quotes' : message,
  }))
  if (broken.length > 0) throw errorOf(path, broken)
  const written: unknown = document.toJS()
  const withLine = ({ place, message }: LessonProblem) => ({ line: lineOf(document, place, lines), message })
  if (!isWrittenLesson(written))
    throw errorOf(path, schemaProblems(isWrittenLesson.errors ?? []).map(withLine))
  const problems = [...problemsOf(written), ...fileProblems(written, folder)]
  if (problems.length > 0) throw errorOf(path, problems.map(withLine))
  return withFiles(written, folder)
}

const errorOf = (
  path: string,
  problems: readonly { readonly line: number; readonly message: string }[],
): Error => {
  const shown = relative(process.cwd(), path)
  return new Error(problems.map(({ line, message }) => `${shown}:${line}: ${message}`).join('\n'))
}

const schemaUrl = pathToFileURL(join(import.meta.dirname, '../lessons/lesson.schema.json'))
const settingsUrl = new URL('../session/settings.schema.json', schemaUrl)

const ajv = new Ajv({ allErrors: true, verbose: true })
for (const { href } of [settingsUrl, schemaUrl])
  ajv.addSchema({ ...JSON.parse(readFileSync(new URL(href), 'utf8')), $id: href })
const isWrittenLesson = ajv.compile<WrittenLesson>({ $ref: schemaUrl.href })

/** What a schema cannot say. */
function problemsOf({ steps }: WrittenLesson): readonly LessonProblem[] {
  const ids = steps.map(({ id }) => id)
  const repeated = ids.flatMap((id, index) =>
    ids.indexOf(id) === index
      ? []
      : { place: ['steps', index, 'id'], message: `steps[${index}].id: an earlier step has the id ${id}` },
  )
  const answered = steps.flatMap(({ question }, index) => {
    if (!question || !('answers' in question)) return []
    const right = question.answers.filter((answer) => answer.right)
    const place = ['steps', index, 'question', 'answers']
    return right.length === 1
      ? []
      : { place, message: `${nameOf(place)}: exactly one must be right, not ${right.length}` }
  })
  const start =
    steps[0].start === undefined ? [{ place: ['steps', 0], message: 'the first step has no start' }] : []
  return [...start, ...repeated, ...answered]
}

/** The files that a lesson names, with the place of each name. */
const namedFiles = ({ steps }: WrittenLesson): readonly { readonly place: Place; readonly file: string }[] =>
  steps.flatMap(({ start, solution, question }, step) => [
    ...(start === undefined ? [] : [{ place: ['steps', step, 'start'], file: start }]),
    { place: ['steps', step, 'solution'], file: solution },
    ...(question && 'refused' in question ? question.refused : []).map(({ yaml }, index) => ({
      place: ['steps', step, 'question', 'refused', index, 'yaml'],
      file: yaml,
    })),
  ])

/** Without hidden files: those are of editors and file managers. */
const filesOf = (folder: string): readonly string[] =>
  listFiles(folder).filter((file) => !basename(file).startsWith('.'))

function fileProblems(lesson: WrittenLesson, folder: string): readonly LessonProblem[] {
  const files = filesOf(folder)
  const named = namedFiles(lesson)
  const used = new Set([lessonFile, ...named.map(({ file }) => file)])
  return [
    ...named
      .filter(({ file }) => !files.includes(file))
      .map(({ place, file }) => ({
        place,
        message: `${nameOf(place)}: there is no file ${file} in the folder`,
      })),
    ...files
      .filter((file) => !used.has(file))
      .map((file) => ({ place: [], message: `the lesson does not use the file ${file} in its folder` })),
  ]
}

function withFiles(lesson: WrittenLesson, folder: string): Lesson {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
  const [first, ...others] = lesson.steps
  const filled = (step: Step): Step => ({
    ...step,
    ...(step.start !== undefined && { start: read(step.start) }),
    ...(step.question && { question: questionWith(step.question, read) }),
    solution: read(step.solution),
  })
  return { id: basename(folder), ...lesson, steps: [filled(first), ...others.map(filled)] }
}

const questionWith = (question: Question, read: (file: string) => string): Question =>
  'refused' in question
    ? { ...question, refused: question.refused.map((one) => ({ ...one, yaml: read(one.yaml) })) }
    : question
