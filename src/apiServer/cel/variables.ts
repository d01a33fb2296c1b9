import { baseEnvironment, messagesFrom, withMessages, withMoreFunctions, withVariables } from './environment'
import type { Environment, Messages } from './environment'
import { dyn, messageType, string, type CelType } from './types'

/* What the expressions of webhooks and admission policies may use. Source: apiserver/pkg/admission/plugin/cel/compile.go. */

const strings = 'map(string,string)'

const admission = messagesFrom({
  'kubernetes.GroupVersionKind': { group: 'string', version: 'string', kind: 'string' },
  'kubernetes.GroupVersionResource': { group: 'string', version: 'string', resource: 'string' },
  'kubernetes.UserInfo': {
    username: 'string',
    uid: 'string',
    groups: 'list(string)',
    extra: 'map(string,list(string))',
  },
  'kubernetes.AdmissionRequest': {
    kind: 'kubernetes.GroupVersionKind',
    resource: 'kubernetes.GroupVersionResource',
    subResource: 'string',
    requestKind: 'kubernetes.GroupVersionKind',
    requestResource: 'kubernetes.GroupVersionResource',
    requestSubResource: 'string',
    name: 'string',
    namespace: 'string',
    operation: 'string',
    userInfo: 'kubernetes.UserInfo',
    dryRun: 'bool',
    options: 'dyn',
  },
  'kubernetes.Namespace': {
    metadata: 'kubernetes.NamespaceMetadata',
    spec: 'kubernetes.NamespaceSpec',
    status: 'kubernetes.NamespaceStatus',
  },
  'kubernetes.NamespaceSpec': { finalizers: 'list(string)' },
  'kubernetes.NamespaceStatus': { conditions: 'list(kubernetes.NamespaceCondition)', phase: 'string' },
  'kubernetes.NamespaceCondition': {
    status: 'string',
    type: 'string',
    lastTransitionTime: 'timestamp',
    message: 'string',
    reason: 'string',
  },
  'kubernetes.NamespaceMetadata': {
    name: 'string',
    generateName: 'string',
    namespace: 'string',
    labels: strings,
    annotations: strings,
    UID: 'string',
    creationTimestamp: 'timestamp',
    deletionGracePeriodSeconds: 'int',
    deletionTimestamp: 'timestamp',
    generation: 'int',
    resourceVersion: 'string',
    finalizers: 'list(string)',
  },
})

const authorizer: Readonly<Record<string, CelType>> = {
  authorizer: messageType('kubernetes.authorization.Authorizer'),
  'authorizer.requestResource': messageType('kubernetes.authorization.ResourceCheck'),
}

/** What differs between the expressions about requests. `variables`: those of a policy, by name, if it has any. */
export type RequestSetting = {
  readonly hasParams: boolean
  readonly hasAuthorizer: boolean
  readonly variables?: ReadonlyMap<string, CelType>
}

/** What expressions about a request may use. */
export function requestEnvironment(minor: number, setting: RequestSetting): Environment {
  const base = withVariables(withMessages(baseEnvironment(minor), admission), {
    object: dyn,
    oldObject: dyn,
    namespaceObject: messageType('kubernetes.Namespace'),
    request: messageType('kubernetes.AdmissionRequest'),
    ...(setting.hasParams ? { params: dyn } : {}),
    ...(setting.hasAuthorizer ? authorizer : {}),
  })
  const { variables } = setting
  if (!variables) return base
  const name = 'kubernetes.variables'
  const messages: Messages = {
    has: (message) => message === name,
    field: (_, field) => variables.get(field),
  }
  return withVariables(withMessages(base, messages), { variables: messageType(name) })
}

/** What a variable of a policy is for the expressions after it. Source: `convertCelTypeToDeclType`. */
export function variableType(type: CelType): CelType {
  if (type.kind === 'list' || type.kind === 'map')
    return { ...type, parameters: type.parameters.map(variableType) }
  return plainKinds.has(type.kind) ? type : dyn
}

const plainKinds = new Set([
  ...['any', 'bool', 'bytes', 'double', 'duration', 'int', 'null_type', 'string', 'timestamp', 'uint'],
])

/** The types `Object`, `Object.spec` and the like, whose fields may be anything, and those of patches. */
const mutations: Messages = {
  has: (message) => message === 'JSONPatch' || message === 'Object' || message.startsWith('Object.'),
  field: (message, field) => {
    if (message !== 'JSONPatch' || field === 'value') return dyn
    return ['op', 'path', 'from'].includes(field) ? string : undefined
  },
}

/** What the mutations of a policy may use beside the rest. */
export const withMutations = (environment: Environment): Environment =>
  withMoreFunctions(
    withMessages(environment, mutations),
    'jsonpatch.escapeKey string_jsonpatch_escapeKey_string global string string',
  )
