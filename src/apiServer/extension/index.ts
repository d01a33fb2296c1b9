import type { Kind } from '../kind'
import { apiServiceKinds } from './apiService'
import { certificateKinds } from './certificates'
import { definitionKinds } from './crd/definition'
import { deviceKinds } from './devices'
import { flowControlKinds } from './flowControl'
import { policyKinds } from './policies'
import { policyBindingKinds } from './policyBindings'
import { rbacKinds } from './rbac'
import { webhookKinds } from './webhooks'

export const kinds: readonly Kind[] = [
  ...rbacKinds,
  ...webhookKinds,
  ...policyKinds,
  ...policyBindingKinds,
  ...definitionKinds,
  ...apiServiceKinds,
  ...flowControlKinds,
  ...certificateKinds,
  ...deviceKinds,
]
