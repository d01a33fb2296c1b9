import { examples } from '../examples'
import { clearFilters, goToNextFinding, openAbout, openOutput, openSharing, retry } from './actions'
import { pickFiles } from './pickFiles'
import { addSchemaFiles, openFiles } from './files'
import { openText } from './openText'
import { saveManifest } from './saveFile'
import { selectActive, selectIsFiltered } from './selectors'
import { store, type State } from './store'
import { withPart } from './withPart'

/** Something a person can do, wherever it is offered: as a button, in a menu, or by keys. */
export type Command = {
  readonly id: string
  /** A verb with its object; with an ellipsis where more is asked before anything happens. */
  readonly title: string
  /** What it does, where the title does not say all. */
  readonly help?: string
  /** `Mod+O`, `Shift+F8`, `/`. `Mod` is the Command key on a Mac, and Ctrl elsewhere. */
  readonly keys?: string
  /** Whether it can be done now. Absent: always. */
  readonly when?: (state: State) => boolean
  readonly run: () => void
}

/** The search field that filters the findings; at most one is on the page. */
export const filterFieldId = 'filter-findings'

const hasFindings = (state: State): boolean => selectActive(state).length > 0

const openLast = (): Promise<void> =>
  withPart(
    () => import('./addresses'),
    'The last session was not opened',
    ({ openNewest }) => openNewest(),
  )

const copyReport = (format: 'human' | 'markdown'): Promise<void> =>
  withPart(
    () => import('./copyReport'),
    'The report was not copied',
    (loaded) => loaded.copyReport(format),
  )

/** All commands, in the order in which menus show them. */
export const commands: readonly Command[] = [
  ...examples.map(({ id, title, load }) => ({
    id: `example.${id}`,
    title,
    run: () => void openText(async () => ({ text: await load(), name: title })),
  })),
  {
    id: 'text.open',
    title: 'Open files…',
    help: 'YAML or JSON; several are joined into one text',
    keys: 'Mod+O',
    run: () => void pickFiles('.yaml,.yml,.json').then(openFiles),
  },
  {
    id: 'session.new',
    title: 'New session',
    help: 'An empty text; what is open now is kept',
    when: ({ text }) => text !== '',
    run: () => void openText(() => ({ text: '' })),
  },
  {
    id: 'session.last',
    title: 'Open the last session',
    when: ({ sessions }) => sessions.length > 0,
    run: () => void openLast(),
  },
  {
    id: 'session.share',
    title: 'Share…',
    when: ({ text }) => text !== '',
    run: openSharing,
  },
  {
    id: 'export.open',
    title: 'Export as…',
    help: 'The report, the fixed manifest or a patch, to look at, copy or download',
    when: ({ report }) => report !== undefined,
    run: () => openOutput(),
  },
  {
    id: 'export.text',
    title: 'Copy the report as text',
    when: ({ report }) => report !== undefined,
    run: () => void copyReport('human'),
  },
  {
    id: 'export.markdown',
    title: 'Copy the report as Markdown',
    when: ({ report }) => report !== undefined,
    run: () => void copyReport('markdown'),
  },
  {
    id: 'export.manifest',
    title: 'Save the manifest as a file',
    help: 'As it is in the editor',
    when: ({ text }) => text !== '',
    run: () => saveManifest(store.getState().text),
  },
  {
    id: 'schemas.add',
    title: 'Add JSON Schemas…',
    run: () => void pickFiles('.json').then(addSchemaFiles),
  },
  { id: 'report.retry', title: 'Try again', when: ({ failure }) => failure !== undefined, run: retry },
  {
    id: 'findings.next',
    title: 'Go to the next finding',
    keys: 'F8',
    when: hasFindings,
    run: () => goToNextFinding(1),
  },
  {
    id: 'findings.previous',
    title: 'Go to the previous finding',
    keys: 'Shift+F8',
    when: hasFindings,
    run: () => goToNextFinding(-1),
  },
  {
    id: 'findings.filter',
    title: 'Filter the findings',
    keys: '/',
    when: hasFindings,
    run: () => document.getElementById(filterFieldId)?.focus(),
  },
  { id: 'findings.clearFilter', title: 'Clear the filter', when: selectIsFiltered, run: clearFilters },
  { id: 'about.open', title: 'About', help: 'Version, licence and privacy', run: openAbout },
]

const byId = new Map(commands.map((one) => [one.id, one]))

/** A command by its id. Throws for an id that is not in the list: ids are written in code, never by people. */
export function command(id: string): Command {
  const found = byId.get(id)
  if (!found) throw new Error(`There is no command ${id}`)
  return found
}

/** The commands whose ids begin with `group` and a dot. */
export const commandsIn = (group: string): readonly Command[] =>
  commands.filter(({ id }) => id.startsWith(`${group}.`))

export const canRun = (state: State, { when }: Command): boolean => when?.(state) ?? true
