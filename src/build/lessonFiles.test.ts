import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build, createServer } from 'vite'
import { afterAll, expect, test, vi } from 'vitest'
import { lessonFiles, readLesson } from './lessonFiles'

const root = mkdtempSync(join(tmpdir(), 'lessons-'))
afterAll(() => rmSync(root, { recursive: true }))

let count = 0

/** A folder of its own for some files. */
const folderWith = (files: Readonly<Record<string, string>>): string => {
  count += 1
  const folder = join(root, `${count}`, 'my-lesson')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

const good = `title: Probes
about: Say when a Pod is ready.
minutes: 3
topics:
  - title: Probes
    checks: [pod-probes]
steps:
  - id: first
    title: First
    text: Do it.
    start: start.yaml
    settings: {kubernetesVersion: '1.30'}
    goals:
      - says: probes pass
        passes: [pod-probes]
      - says: valid everywhere
        valid: true
        versions: ['1.25', '1.36']
    question:
      ask: What happens?
      answers:
        - {text: Nothing, because: Nobody looks.}
        - {text: A restart, right: true, because: The kubelet looks.}
    hint: Look at the ports.
    solution: first.yaml
  - id: second
    title: Second
    text: Go on.
    goals:
      - says: nothing is worse
        nothingWorse: true
    question:
      ask: Who refuses it?
      refused:
        - {title: A tab, yaml: refused/tab.yaml, because: YAML has no tabs.}
        - {title: A typo, yaml: refused/typo.yaml, because: There is no such field.}
    hint: There is none.
    solution: second.yaml
`

const manifests = {
  'start.yaml': 'kind: Pod # start\n',
  'first.yaml': 'kind: Pod # first\n',
  'second.yaml': 'kind: Pod # second\n',
  'refused/tab.yaml': '\tkind: Pod\n',
  'refused/typo.yaml': 'kind: Pot\n',
}

/** The problems of the good lesson after changes, without the folder. */
const problemsOf = (
  from: string | RegExp,
  to: string,
  files: Readonly<Record<string, string>> = manifests,
) => {
  const text = good.replace(from, to)
  try {
    readLesson(folderWith({ 'lesson.yaml': text, ...files }))
    return []
  } catch (error) {
    return String(error)
      .replace(/^Error: /, '')
      .split('\n')
      .map((line) => line.replace(/^.*\/my-lesson\//, ''))
  }
}

test('a lesson has the name of its folder and the texts of its files', () => {
  const lesson = readLesson(folderWith({ 'lesson.yaml': good, ...manifests }))
  expect(lesson.id).toBe('my-lesson')
  expect(lesson.topics).toEqual([{ title: 'Probes', checks: ['pod-probes'] }])
  expect(lesson.steps).toMatchObject([
    { id: 'first', start: manifests['start.yaml'], solution: manifests['first.yaml'] },
    {
      id: 'second',
      solution: manifests['second.yaml'],
      question: {
        refused: [
          { title: 'A tab', yaml: manifests['refused/tab.yaml'], because: 'YAML has no tabs.' },
          { title: 'A typo', yaml: manifests['refused/typo.yaml'], because: 'There is no such field.' },
        ],
      },
    },
  ])
  expect(lesson.steps[1]).not.toHaveProperty('start')
})

test.each([
  ['a field is missing', / {4}hint: Look.*\n/, '', 'lesson.yaml:8: steps[0] has no hint'],
  [
    'a field is unknown',
    'minutes: 3',
    'minutes: 3\nid: x',
    'lesson.yaml:4: the lesson has an unknown field id',
  ],
  [
    'a text is none',
    'text: Go on.',
    'text: [Go on.]',
    'lesson.yaml:28: steps[1].text must be a text; put it in quotes if it looks like a number',
  ],
  ['a text is empty', 'text: Go on.', "text: ' '", 'lesson.yaml:28: steps[1].text must not be empty'],
  [
    'a version is a number',
    "'1.25'",
    '1.25',
    'lesson.yaml:18: steps[0].goals[1].versions[0] must be a text; put it in quotes if it looks like a number',
  ],
  [
    'a setting is unknown',
    'kubernetesVersion:',
    'version:',
    'lesson.yaml:12: steps[0].settings has an unknown field version',
  ],
  [
    'a goal is of two kinds',
    'passes: [pod-probes]',
    'passes: [pod-probes]\n        nothingWorse: true',
    'lesson.yaml:14: steps[0].goals[0] must have exactly one of passes, nothingWorse, valid, deployable, objects, finds, settings',
  ],
  [
    'a goal says no',
    'nothingWorse: true',
    'nothingWorse: false',
    'lesson.yaml:31: steps[1].goals[0].nothingWorse must be true; otherwise leave it out',
  ],
  [
    'versions stand alone',
    'valid: true',
    'objects: [Pod/web]',
    'lesson.yaml:16: steps[0].goals[1] has versions, but no valid',
  ],
  [
    'an id has another form',
    'id: second',
    'id: Second step',
    'lesson.yaml:26: steps[1].id must consist of lower-case letters, digits and hyphens',
  ],
  [
    'an id is used twice',
    'id: second',
    'id: first',
    'lesson.yaml:26: steps[1].id: an earlier step has the id first',
  ],
  [
    'no answer is right',
    'right: true, ',
    '',
    'lesson.yaml:21: steps[0].question.answers: exactly one must be right, not 0',
  ],
  ['a key is repeated', 'start: start.yaml', 'title: First', 'lesson.yaml:11: Map keys must be unique'],
  [
    'a file is missing',
    'yaml: refused/typo.yaml',
    'yaml: ../../start.yaml',
    'lesson.yaml:36: steps[1].question.refused[1].yaml: there is no file ../../start.yaml in the folder',
    'lesson.yaml:1: the lesson does not use the file refused/typo.yaml in its folder',
  ],
  [
    'the first step has no start',
    / {4}start: start.yaml\n/,
    '',
    'lesson.yaml:8: the first step has no start',
    'lesson.yaml:1: the lesson does not use the file start.yaml in its folder',
  ],
  [
    'there is only one answer',
    / {8}- \{text: Nothing.*\n/,
    '',
    'lesson.yaml:21: steps[0].question.answers must have at least 2 entries',
  ],
  [
    'a text has a colon',
    'text: Do it.',
    'text: Do it: now.',
    'lesson.yaml:10: a text that contains “: ” must be in quotes',
  ],
  ['it is no mapping', /^[^]*$/, '- a', 'lesson.yaml:1: the lesson must be a mapping'],
  ['it is empty', /^[^]*$/, '', 'lesson.yaml:1: the lesson must be a mapping'],
])('says where and what when %s', (_, from, to, ...problems) => {
  expect(problemsOf(from, to)).toEqual(problems)
})

test('names a file that no step uses', () => {
  expect(problemsOf('', '', { ...manifests, 'notes.txt': 'x', '.notes.swp': 'x' })).toEqual([
    'lesson.yaml:1: the lesson does not use the file notes.txt in its folder',
  ])
})

const builtFrom = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const folder = folderWith({ 'lesson.yaml': files['lesson.yaml'] ?? good, ...manifests })
  const entry = join(dirname(folder), 'entry.js')
  writeFileSync(entry, `export { default } from './my-lesson/lesson.yaml'`)
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [lessonFiles()],
    build: { write: false, lib: { entry, formats: ['es'] } },
  })
  const [output] = Array.isArray(result) ? result : []
  return output?.output.map((file) => ('code' in file ? file.code : '')).join('') ?? ''
}

test('an import is the lesson, and the build fails with its problems', async () => {
  expect(await builtFrom({})).toContain('kind: Pod # second')
  await expect(builtFrom({ 'lesson.yaml': good.replace('minutes: 3\n', '') })).rejects.toThrow(
    'lesson.yaml:1: the lesson has no minutes',
  )
})

test('the development server reads a lesson again after one of its files has changed', async () => {
  const folder = folderWith({ 'lesson.yaml': good, ...manifests })
  const server = await createServer({
    configFile: false,
    root: dirname(folder),
    logLevel: 'silent',
    plugins: [lessonFiles()],
    appType: 'custom',
    server: { middlewareMode: true, ws: false, watch: null },
  })
  const served = async () => (await server.transformRequest('/my-lesson/lesson.yaml'))?.code
  expect(await served()).toContain('# second')
  writeFileSync(join(folder, 'second.yaml'), 'kind: Pod # changed')
  server.watcher.emit('change', join(folder, 'second.yaml'))
  await vi.waitFor(async () => expect(await served()).toContain('# changed'), { timeout: 60_000 })
  await server.close()
})
