import type { Kind } from '../kind'
import { configMap } from './configMap'
import { controllerRevision } from './controllerRevision'
import { coreEvent, newEvent } from './event'
import { lease } from './lease'
import { limitRange } from './limitRange'
import { namespace } from './namespace'
import { node } from './node'
import { priorityClass } from './priorityClass'
import { resourceQuota } from './resourceQuota'
import { runtimeClass } from './runtimeClass'
import { secret } from './secret'
import { serviceAccount } from './serviceAccount'

export const kinds: readonly Kind[] = [
  ...[namespace, node, serviceAccount, configMap, secret, resourceQuota, limitRange],
  ...[priorityClass, runtimeClass, lease, coreEvent, newEvent, controllerRevision],
]
