import { changed } from '../engine/model/changed'
import type { Severity } from '../engine/model/finding'
import { defaultSettings, type Settings } from '../engine/model/settings'

export type Pane = 'manifest' | 'report'
export type GroupBy = 'object' | 'rule' | 'severity' | 'topic'

/** What is open on the page. */
export type View = {
  readonly pane: Pane
  readonly groupBy: GroupBy
  readonly filter: string
  /** Empty: all of them. */
  readonly severities: readonly Severity[]
  /** Only what may be elsewhere. */
  readonly elsewhere: boolean
  readonly showPassed: boolean
  /** The id of the selected finding; '' for none. */
  readonly finding: string
}

/** Everything that a link, a file or the browser's storage keeps. Defaults are left out. */
export type Session = {
  /** The text to the letter: line breaks, a byte order mark and lone surrogates included. */
  readonly text: string
  readonly settings: Partial<Settings>
  readonly view: Partial<View>
}

export const defaultView: View = {
  pane: 'manifest',
  groupBy: 'object',
  filter: '',
  severities: [],
  elsewhere: false,
  showPassed: false,
  finding: '',
}

/** The session of a page, without what is as it is by default. */
export const sessionOf = (text: string, settings: Settings, view: View): Session => ({
  text,
  settings: changedSettings(settings),
  view: changed(view, defaultView),
})

/** The settings that differ from the defaults, in the order of the list. */
export const changedSettings = (settings: Settings): Partial<Settings> => changed(settings, defaultSettings)

/** The settings of a session, with the defaults put back. */
export const settingsOf = ({ settings }: Session): Settings => ({ ...defaultSettings, ...settings })

/** What a session has open, with the defaults put back. */
export const viewOf = ({ view }: Session): View => ({ ...defaultView, ...view })
