/** Texts of which each has one thing more often than the one before. */
export type Family = {
  readonly name: string
  /** The text with `n` of them; its length grows in proportion to `n`. */
  readonly text: (n: number) => string
}

/** One text for each number from 0 to `n` - 1, joined. */
export const times = (n: number, text: (index: number) => string, between = ''): string =>
  Array.from({ length: n }, (_, index) => text(index)).join(between)

/** A Deployment around the fields of its Pod, which start in column 6. `labels`: of the Pod, in flow style. */
export const deployment = (pod: string, name = 'web', labels = '{app: web}'): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels: ${labels}
spec:
  selector:
    matchLabels: ${labels}
  template:
    metadata:
      labels: ${labels}
    spec:
${pod}`

/** A Deployment with one container, whose further fields start in column 8. */
export const container = (fields: string, name = 'web', labels?: string): string =>
  deployment(`      containers:\n      - name: web\n        image: nginx:1.2.3\n${fields}`, name, labels)

/** A ConfigMap around the entries of its data, which start in column 2. */
export const configMap = (data: string, name = 'a'): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n${data}`

/** A CustomResourceDefinition of Thing around the schema of its spec in JSON, and one Thing around its spec. */
export const thing = (specSchema: string, spec: string): string => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: things.example.com
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Thing, plural: things}
  versions:
  - name: v1
    served: true
    storage: true
    schema:
      openAPIV3Schema: {"type": "object", "properties": {"spec": ${specSchema}}}
---
apiVersion: example.com/v1
kind: Thing
metadata:
  name: a
spec: ${spec}
`
