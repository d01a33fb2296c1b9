import { exports, related, versions } from './exports'
import { fixAll, fixes } from './fixes'
import { completion, hover } from './language'
import { links, secrets } from './links'
import { evaluate, neighbours, typing } from './reports'
import type { Target } from './target'
import { twins } from './twins'

/** All parts that are tried; to add one, write a `Target` and list it here. */
export const targets: readonly Target[] = [
  evaluate,
  typing,
  neighbours,
  twins,
  fixes,
  fixAll,
  hover,
  completion,
  versions,
  related,
  exports,
  links,
  secrets,
]
