import type { Kind } from '../kind'
import { cronJob } from './cronJob'
import { daemonSet } from './daemonSet'
import { deployment, replicaSet } from './deployment'
import { job } from './job'
import { podTemplate, replicationController } from './replicationController'
import { statefulSet } from './statefulSet'

export const kinds: readonly Kind[] = [
  deployment,
  replicaSet,
  replicationController,
  daemonSet,
  statefulSet,
  job,
  cronJob,
  podTemplate,
]
