import { times } from './family'

export const object = (apiVersion: string, kind: string, content: string, metadata = ''): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a${metadata}}\n${content}\n`

export const listed = (n: number, item: (index: number) => string): string => `[${times(n, item, ', ')}]`

export const mapped = (n: number, entry: (index: number) => string): string => `{${times(n, entry, ', ')}}`

/** A Pod around further fields of its spec in flow style. `fields`: of its container. */
export const pod = (spec: string, fields = ''): string =>
  object('v1', 'Pod', `spec: {${spec}containers: [{name: c, image: "a:1"${fields}}]}`)

export const service = (spec: string): string => object('v1', 'Service', `spec: {selector: {a: b}, ${spec}}`)

export const policy = (spec: string): string =>
  object('networking.k8s.io/v1', 'NetworkPolicy', `spec: {${spec}}`)

export const role = (rules: string): string =>
  object('rbac.authorization.k8s.io/v1', 'Role', `rules: ${rules}`)

export const job = (spec: string): string =>
  object(
    'batch/v1',
    'Job',
    `spec: {${spec}, template: {spec: {restartPolicy: Never, containers: [{name: c, image: "a:1"}]}}}`,
  )

/** A CustomResourceDefinition around the schema of its spec in flow style. */
export const definition = (spec: string): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Thing, plural: things}
  versions:
  - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: ${spec}}}}}
`

export const validated = (rules: string): string =>
  definition(`{type: object, properties: {a: {type: integer}}, x-kubernetes-validations: ${rules}}`)

export const admission = (spec: string): string =>
  object(
    'admissionregistration.k8s.io/v1',
    'ValidatingAdmissionPolicy',
    `spec: {matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], resources: [pods], operations: [CREATE]}]}, ${spec}}`,
  )

export const expression = (text: string): string => admission(`validations: [{expression: '${text}'}]`)

export const cronJob = (schedule: string): string =>
  object(
    'batch/v1',
    'CronJob',
    `spec: {schedule: "${schedule}", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: "a:1"}]}}}}}`,
  )

export const term = (index: number): string =>
  `{topologyKey: t${index}, labelSelector: {matchLabels: {a: b${index}}}, matchLabelKeys: [k${index}]}`

export const nodeTerm = (index: number): string =>
  `{matchExpressions: [{key: k${index}, operator: In, values: [a]}]}`
