import type { Settings } from '../engine/model/settings'
import { plainOptions } from '../formats/reporting'
import type { Options } from './command'

/** A change of settings that a flag asks for. `isList`: the first one replaces what the file of settings has. */
export type Change = {
  readonly key: keyof Settings | undefined
  readonly isList: boolean
  /** Throws a `UsageError`. */
  readonly apply: (settings: Settings) => Settings
}

/** What the flags say, before the file of settings and the terminal were looked at. */
export type Draft = Omit<Options, 'settings' | 'page'> & {
  readonly changes: readonly Change[]
  /** The file of settings; `none`: no file counts; undefined: it is looked for. */
  readonly settingsFile: { readonly path: string } | 'none' | undefined
  readonly colour: string
  readonly page: string | undefined
  readonly asksFor: 'help' | 'version' | undefined
}

export const emptyDraft: Draft = {
  output: 'human',
  write: plainOptions,
  fixes: undefined,
  exitOnWarning: false,
  reportOnly: false,
  review: false,
  dryRun: false,
  only: [],
  separate: false,
  threads: undefined,
  ignoredNames: [],
  schemas: [],
  baseline: undefined,
  newBaseline: undefined,
  link: false,
  page: undefined,
  changes: [],
  settingsFile: undefined,
  colour: 'auto',
  asksFor: undefined,
}

/** Where the help lists a flag. */
export type FlagGroup = 'Output' | 'Exit code' | 'Input' | 'Settings' | 'Fixes' | 'More'

type Base = {
  /** Without dashes, ours first. A name of one letter has one dash in the help. */
  readonly names: readonly [string, ...string[]]
  /** The flags of the other tools that mean the same, as people write them there. */
  readonly kubeScore?: string
  readonly kubeconform?: string
  readonly group: FlagGroup
  /** One line, without a full stop. */
  readonly help: string
  /** The commands that know it; absent: all that read manifests. */
  readonly commands?: readonly string[]
}

/** A flag that is on or off: `--separate`, `--no-separate`, `--separate=false`. */
type Switch = Base & { readonly set: (draft: Draft, isOn: boolean) => Draft }

/**
 * A flag with an argument. `isOptional`: it has one only after an equals sign. `take` gets the argument and the flag as it
 * was written, with its dashes; it throws a `UsageError`.
 */
type WithArgument = Base & {
  readonly argument: string
  readonly isOptional?: true
  readonly take: (draft: Draft, argument: string, written: string) => Draft
}

export type Flag = Switch | WithArgument

/** `--output`, `-o` */
export const dashed = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`)
