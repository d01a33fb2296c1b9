import type { Flag } from './flag'
import { programFlags } from './programOptions'
import { settingFlags } from './settingOptions'

/** Every flag, by group in the order of the help. */
export const flags: readonly Flag[] = [...programFlags, ...settingFlags]

/** The flag with a name, which has no dashes; undefined for an unknown one. */
export const flagNamed = (name: string): Flag | undefined => flags.find(({ names }) => names.includes(name))

/** Flags of the other tools that cannot mean the same here, and what to do instead. */
export const refusedFlags: Readonly<Record<string, string>> = {
  cache: 'All schemas are in the program, so there is nothing to cache. Leave it out.',
  debug: 'Use --verbose.',
  'exit-on-error': 'The report always has everything, and the exit code is 1 all the same. Leave it out.',
  'insecure-skip-tls-verify': 'The program never uses the network. Leave it out.',
  'schema-location':
    'The program never uses the network, and the schemas of Kubernetes are in it. For other kinds, use --schemas DIR with files on this machine.',
  'output-version': 'The JSON of kube-score-json is always version v2. Leave it out.',
}
