import { formatById, reportFormats } from '../formats/reportFormats'
import type { WriteOptions } from '../formats/reporting'
import { patternTest } from '../schemas/reading'
import { visible } from '../formats/visible'
import { mostFixed, UsageError } from './command'
import type { Draft, Flag } from './flag'
import { ruleIds } from './ruleIds'
import { unknownWord } from './unknownWord'

/** The commands that write a report. */
const reports = ['check', 'score', 'validate']

const withOutput = (draft: Draft, id: string): Draft => {
  if (formatById(id)) return { ...draft, output: id }
  const ids = reportFormats.map((format) => format.id)
  const theirs = ids.find((known) => known.endsWith(`-${id}`))
  const near = theirs === undefined ? `Use one of: ${ids.join(', ')}.` : `Use ${theirs}.`
  throw new UsageError(
    theirs === undefined ? unknownWord(id, 'an output', ids, near) : `${id} is not an output. ${near}`,
  )
}

/** The output of another tool by its name there: `json` is `kube-score-json`. */
const withOutputOf = (draft: Draft, tool: string, id: string): Draft => withOutput(draft, `${tool}-${id}`)

const withWrite = (draft: Draft, change: Partial<WriteOptions>): Draft => ({
  ...draft,
  write: { ...draft.write, ...change },
})

const levels = [0, 1, 2] as const

const withVerbosity = (draft: Draft, wanted: number): Draft =>
  withWrite(draft, { verbosity: levels[Math.min(wanted, 2)] ?? 0 })

const wholeNumber = (written: string, argument: string): number => {
  if (/^\d{1,4}$/.test(argument)) return Number(argument)
  throw new UsageError(`${written} needs a whole number, not ${visible(argument)}.`)
}

const outputFlags: readonly Flag[] = [
  {
    names: ['output', 'o'],
    argument: 'ID',
    kubeconform: '-output',
    group: 'Output',
    commands: reports,
    help: 'The form of the report; see the list of outputs. With one dash, -output json is kubeconform-json',
    take: withOutput,
  },
  {
    names: ['output-format'],
    argument: 'NAME',
    kubeScore: '--output-format',
    group: 'Output',
    commands: reports,
    help: 'The form of the report, by its name in kube-score: json is kube-score-json',
    take: (draft, name) => withOutputOf(draft, 'kube-score', name),
  },
  {
    names: ['verbose', 'v'],
    argument: 'LEVEL',
    isOptional: true,
    kubeScore: '-v, --verbose',
    kubeconform: '-verbose',
    group: 'Output',
    help: 'Show more: what passed; twice (-vv), also what was skipped',
    take: (draft, level, written) =>
      withVerbosity(draft, level === '' ? draft.write.verbosity + 1 : wholeNumber(written, level)),
  },
  {
    names: ['summary'],
    kubeconform: '-summary',
    group: 'Output',
    commands: reports,
    help: 'Add totals, in outputs that have them only on demand',
    set: (draft, summary) => withWrite(draft, { summary }),
  },
  {
    names: ['fixes'],
    group: 'Output',
    commands: reports,
    help: `Work out fixes, in outputs that have them (on by default, up to ${mostFixed} findings)`,
    set: (draft, fixes) => ({ ...draft, fixes }),
  },
  {
    names: ['link'],
    group: 'Output',
    commands: reports,
    help: 'Also print the link that opens the same text with the same settings in the page',
    set: (draft, link) => ({ ...draft, link }),
  },
  {
    names: ['page'],
    argument: 'URL',
    group: 'Output',
    commands: reports,
    help: 'The address of the page, for --link; default: MANIFEST_PLAYGROUND_URL, or what npm start serves',
    take: (draft, page) => ({ ...draft, page }),
  },
  {
    names: ['color'],
    argument: 'WHEN',
    kubeScore: '--color',
    group: 'Output',
    help: 'Use colours: auto (on a terminal), always or never',
    take: (draft, colour, written) => {
      if (['auto', 'always', 'never'].includes(colour)) return { ...draft, colour }
      throw new UsageError(`${written} needs auto, always or never, not ${visible(colour)}.`)
    },
  },
]

const exitFlags: readonly Flag[] = [
  {
    names: ['exit-on-warning', 'exit-one-on-warning'],
    kubeScore: '--exit-one-on-warning',
    group: 'Exit code',
    help: 'Warnings give exit code 1, too',
    set: (draft, exitOnWarning) => ({ ...draft, exitOnWarning }),
  },
  {
    names: ['report-only'],
    group: 'Exit code',
    help: 'Findings never change the exit code',
    set: (draft, reportOnly) => ({ ...draft, reportOnly }),
  },
  {
    names: ['baseline'],
    argument: 'FILE',
    group: 'Exit code',
    commands: reports,
    help: 'Findings that are in this file do not count',
    take: (draft, baseline) => ({ ...draft, baseline }),
  },
  {
    names: ['write-baseline'],
    argument: 'FILE',
    group: 'Exit code',
    commands: reports,
    help: 'Write all findings that count to this file; the exit code is 0',
    take: (draft, newBaseline) => ({ ...draft, newBaseline }),
  },
]

const inputFlags: readonly Flag[] = [
  {
    names: ['separate'],
    group: 'Input',
    commands: reports,
    help: 'Read each file alone: one report for each, and nothing is related across files',
    set: (draft, separate) => ({ ...draft, separate }),
  },
  {
    names: ['threads', 'n'],
    argument: 'NUMBER',
    kubeconform: '-n',
    group: 'Input',
    commands: reports,
    help: 'How many threads share the work with --separate; default: as many as pay',
    take: (draft, argument, written) => ({ ...draft, threads: Math.max(1, wholeNumber(written, argument)) }),
  },
  {
    names: ['ignore-filename-pattern'],
    argument: 'REGEXP',
    kubeconform: '-ignore-filename-pattern',
    group: 'Input',
    help: 'Leave out files whose name matches; can be repeated',
    take: (draft, pattern, written) => {
      if (!patternTest(pattern))
        throw new UsageError(`${written}: ${visible(pattern)} is not a regular expression of Go.`)
      return { ...draft, ignoredNames: [...draft.ignoredNames, pattern] }
    },
  },
  {
    names: ['schemas'],
    argument: 'DIR',
    group: 'Input',
    help: 'A folder or file with JSON Schemas and CustomResourceDefinitions for other kinds; can be repeated',
    take: (draft, path) => ({ ...draft, schemas: [...draft.schemas, path] }),
  },
]

const fixFlags: readonly Flag[] = [
  {
    names: ['review'],
    group: 'Fixes',
    commands: ['fix'],
    help: 'Also apply fixes that a person has to look at',
    set: (draft, review) => ({ ...draft, review }),
  },
  {
    names: ['dry-run'],
    group: 'Fixes',
    commands: ['fix'],
    help: 'Show what would change as a diff, and change nothing; the exit code is 1 if something would',
    set: (draft, dryRun) => ({ ...draft, dryRun }),
  },
  {
    names: ['only'],
    argument: 'RULE',
    group: 'Fixes',
    commands: ['fix'],
    help: 'Only fix findings of this rule; can be repeated',
    take: (draft, id, written) => {
      if (!ruleIds.includes(id))
        throw new UsageError(`${written}: ${unknownWord(id, 'a rule', ruleIds, 'explain lists them.')}`)
      return { ...draft, only: [...draft.only, id] }
    },
  },
]

const otherFlags: readonly Flag[] = [
  {
    names: ['settings'],
    argument: 'FILE',
    group: 'Settings',
    help: 'Read the settings from this file; --no-settings: from none',
    take: (draft, path) => ({ ...draft, settingsFile: { path } }),
  },
  {
    names: ['no-settings'],
    group: 'Settings',
    help: 'Do not look for a file of settings',
    set: (draft, isOn) => ({ ...draft, settingsFile: isOn ? 'none' : undefined }),
  },
  {
    names: ['help', 'h'],
    kubeScore: '--help',
    kubeconform: '-h',
    group: 'More',
    help: 'Show this help',
    set: (draft, isOn) => ({ ...draft, asksFor: isOn ? 'help' : undefined }),
  },
  {
    names: ['version'],
    group: 'More',
    help: 'Show the version of the program',
    set: (draft, isOn) => ({ ...draft, asksFor: isOn ? 'version' : undefined }),
  },
]

/** The flags that are no settings. */
export const programFlags: readonly Flag[] = [
  ...outputFlags,
  ...exitFlags,
  ...inputFlags,
  ...fixFlags,
  ...otherFlags,
]
