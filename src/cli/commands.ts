import { check, score, validate } from './check'
import type { Command } from './command'
import { explain } from './explain'
import { fix } from './fix'
import { versions } from './versions'

/** In the order of the help. The first is what the program does when it is told nothing else. */
export const commands: readonly [Command, ...Command[]] = [check, score, validate, fix, explain, versions]
