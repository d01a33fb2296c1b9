import { kinds as cluster } from './cluster'
import { kinds as extension } from './extension'
import type { Kind } from './kind'
import { kinds as network } from './network'
import { kinds as pod } from './pod/pod'
import { kinds as policy } from './policy'
import { kinds as storage } from './storage'
import { kinds as workloads } from './workloads'

/** Every kind that the rules of the server know. */
export const kinds: readonly Kind[] = [
  ...pod,
  ...workloads,
  ...network,
  ...policy,
  ...storage,
  ...extension,
  ...cluster,
]
