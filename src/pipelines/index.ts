import { githubActions } from './githubActions'
import { gitlab } from './gitlab'
import { otherTools } from './otherTools'
import type { Pipeline } from './pipeline'
import { preCommit } from './preCommit'
import { semaphore } from './semaphore'

/** In the order in which they are offered. A new one is a file and an entry here. */
export const pipelines: readonly [Pipeline, ...Pipeline[]] = [
  semaphore,
  githubActions,
  gitlab,
  preCommit,
  otherTools,
]
