import { functionsOf, withFunctions, type Functions } from './functions'
import { bool, bytes, double, int, nullType, string, timestamp, duration, uint } from './types'
import { listOf, mapOf, parameter, typeFrom, typeOf, type CelType } from './types'

/** The types of the fields of messages, by the names of the messages. A field is absent when it is not known. */
export type Messages = {
  readonly has: (message: string) => boolean
  readonly field: (message: string, field: string) => CelType | undefined
}

/** What an expression may use. */
export type Environment = {
  /** The compatibility version: 35 for Kubernetes 1.36. */
  readonly version: number
  readonly variables: ReadonlyMap<string, CelType>
  readonly messages: Messages
  readonly functions: Functions
  /** Whether there is the macro `cel.bind`. */
  readonly canBind: boolean
}

const typeNames: readonly (readonly [name: string, type: CelType])[] = [
  ...[bool, bytes, double, int, nullType, string, uint].map((type) => [type.name, type] as const),
  ['list', listOf(parameter('A'))],
  ['map', mapOf(parameter('A'), parameter('B'))],
  ['google.protobuf.Duration', duration],
  ['google.protobuf.Timestamp', timestamp],
]

const standard: readonly (readonly [name: string, type: CelType, since: number])[] = [
  ...typeNames.map(([name, type]) => [name, typeOf(type), 0] as const),
  ['type', typeOf(), 0],
  ['optional_type', typeOf(typeFrom('optional_type(dyn)')), 28],
  ['net.IP', typeOf(typeFrom('net.IP')), 30],
  ['net.CIDR', typeOf(typeFrom('net.CIDR')), 30],
]

/**
 * Kubernetes compiles new expressions for the version before, so that it can be rolled back.
 * Source: `DefaultCompatibilityVersion`.
 */
const compatibilityVersion = (minor: number): number => minor - 1

const none: Messages = { has: () => false, field: () => undefined }

/** What every expression may use. `minor`: of the version of Kubernetes. */
export function baseEnvironment(minor: number): Environment {
  const version = compatibilityVersion(minor)
  const variables = new Map(
    standard.filter(([, , since]) => since <= version).map(([name, type]) => [name, type]),
  )
  return { version, variables, messages: none, functions: functionsOf(version), canBind: false }
}

export const withVariables = (
  environment: Environment,
  variables: Readonly<Record<string, CelType>>,
): Environment => ({
  ...environment,
  variables: new Map([...environment.variables, ...Object.entries(variables)]),
})

export const withMessages = (environment: Environment, messages: Messages): Environment => {
  const before = environment.messages
  return {
    ...environment,
    messages: {
      has: (message) => messages.has(message) || before.has(message),
      field: (message, field) =>
        messages.has(message) ? messages.field(message, field) : before.field(message, field),
    },
  }
}

/** With the functions of a table like that of `functionTable`. */
export const withMoreFunctions = (environment: Environment, rows: string): Environment => ({
  ...environment,
  functions: withFunctions(environment.functions, rows),
})

/** Messages of which every field is known, from texts such as `{ name: 'string' }`. */
export function messagesFrom(table: Readonly<Record<string, Readonly<Record<string, string>>>>): Messages {
  const types = new Map(
    Object.entries(table).map(([message, fields]) => [
      message,
      new Map(Object.entries(fields).map(([field, type]) => [field, typeFrom(type)])),
    ]),
  )
  return {
    has: (message) => types.has(message),
    field: (message, field) => types.get(message)?.get(field),
  }
}
