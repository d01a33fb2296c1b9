import { reportFormats } from '../formats/reportFormats'
import { wrapWords } from '../pages/wrapWords'
import { programName, settingsFileName } from '../session/program'
import type { Command } from './command'
import { dashed, type Flag, type FlagGroup } from './flag'
import { flags, refusedFlags } from './options'

/** A line of a list: what is explained, and the explanation. */
type Row = readonly [name: string, text: string]

/** How a command is called. */
const usage = (command?: Command): string =>
  `Usage: ${programName} ${command ? command.name : '[COMMAND]'} [FLAGS] [FILE, FOLDER OR PATTERN]...`

const about =
  'Checks Kubernetes manifests: what a cluster would refuse, and the checks of kube-score. Reads YAML and JSON files, folders, glob patterns, and standard input (-, or no file at all). All files are one set, whose objects are related to one another.'

const exitCodes: readonly Row[] = [
  ['0', 'Nothing stops a deployment'],
  [
    '1',
    'Something does: a refused or critical finding that is not ignored; with --exit-on-warning, a warning',
  ],
  ['2', 'The program could not do what it was asked to'],
]

const settingsText = `The settings are in ${settingsFileName}, which is looked for from the working folder upwards, and which the page exports and imports. Flags take the place of what it says; a flag with a list takes the place of the whole list, and can be repeated to add to it. A flag that is on or off has an opposite: --no-strict, or --strict=false.`

const groups: readonly FlagGroup[] = ['Output', 'Exit code', 'Input', 'Settings', 'Fixes', 'More']

/** The help of the program, or of one command. `width`: columns of the terminal. */
export function helpText(commands: readonly Command[], command: Command | undefined, width: number): string {
  const columns = Math.max(40, Math.min(width, 100))
  const list = (title: string, rows: readonly Row[]): string =>
    rows.length === 0 ? '' : `\n${title}\n${rows.map((row) => rowText(row, columns)).join('')}`
  const prose = (title: string, text: string): string =>
    `\n${title}\n${wrapWords(text, columns - 2)
      .map((line) => `  ${line}\n`)
      .join('')}`
  const known = flags.filter((flag) => isKnownTo(flag, command, commands))
  return [
    `${usage(command)}\n\n`,
    `${wrapWords(command ? `${command.summary}.` : about, columns).join('\n')}\n`,
    command ? '' : list('Commands', commandRows(commands)),
    ...groups.map((group) =>
      list(`${group} flags`, known.filter((flag) => flag.group === group).map(flagRow)),
    ),
    list(
      'Outputs',
      reportFormats.map(({ id, help }) => [id, help]),
    ),
    list('Exit codes', exitCodes),
    prose('Settings', settingsText),
    command ? '' : sameFlags(),
    command
      ? ''
      : list('Flags of the other tools that are not here', Object.entries(refusedFlags).map(refusedRow)),
  ].join('')
}

const commandRows = (commands: readonly Command[]): readonly Row[] => [
  ...commands.map(({ name, summary }, index): Row => [
    name,
    index === 0 ? `${summary} (the default)` : summary,
  ]),
  ['help COMMAND', 'Show the flags of a command'],
]

/** Whether a flag means something to a command; without a command, to any of those that there are. */
function isKnownTo(flag: Flag, command: Command | undefined, commands: readonly Command[]): boolean {
  const asked = command ? [command] : commands
  return flag.group === 'More' || asked.some(({ name }) => flag.commands?.includes(name) ?? true)
}

function flagRow(flag: Flag): Row {
  const argument = 'set' in flag ? '' : flag.isOptional ? `[=${flag.argument}]` : ` ${flag.argument}`
  const [name, ...others] = flag.names
  return [[`${dashed(name)}${argument}`, ...others.map(dashed)].join(', '), flag.help]
}

const refusedRow = ([name, text]: readonly [string, string]): Row => [dashed(name), text]

/** The flags that the other tools have, too. */
function sameFlags(): string {
  const rows = flags
    .filter(({ kubeScore, kubeconform }) => kubeScore ?? kubeconform)
    .map(({ names, kubeScore, kubeconform }) => [dashed(names[0]), kubeScore ?? '', kubeconform ?? ''])
  const all = [['here', 'kube-score', 'kubeconform'], ...rows]
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  const lines = all.map(([here = '', score = '', conform = '']) =>
    `  ${here.padEnd(widths[0] ?? 0)}  ${score.padEnd(widths[1] ?? 0)}  ${conform}`.trimEnd(),
  )
  return `\nFlags of kube-score and kubeconform\n${lines.join('\n')}\n`
}

const indent = 30

/** `  name      text`, the text in lines of its own where the name is long. */
function rowText([name, text]: Row, width: number): string {
  const lines = wrapWords(text, Math.max(width - indent, 20))
  const [first = '', ...rest] = lines
  const start =
    name.length + 4 > indent ? `  ${name}\n${' '.repeat(indent)}${first}` : `  ${name}`.padEnd(indent) + first
  return `${[start, ...rest.map((line) => ' '.repeat(indent) + line)].join('\n')}\n`
}
