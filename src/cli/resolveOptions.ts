import type { Options } from './command'
import type { Draft } from './flag'
import type { Io } from './io'
import { withChanges } from './settingOptions'
import { settingsFromFile } from './settingsSearch'
import { hasColours, pageAddress, widthOf } from './terminal'

/** What counts for a command, after the flags, the file of settings, the environment and the terminal. */
export function resolveOptions(draft: Draft, io: Io): Options {
  const { changes, settingsFile, colour, page, asksFor: _, ...rest } = draft
  return {
    ...rest,
    settings: withChanges(settingsFromFile(settingsFile, io), changes),
    page: draft.link || page !== undefined ? pageAddress(page, io) : '',
    write: { ...draft.write, width: widthOf(io.stdout), colours: hasColours(colour, io) },
  }
}
