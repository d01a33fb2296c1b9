/** A Service that nothing is wrong with but that it selects no Pod: one critical finding. */
export const service = (name: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  selector: {app: ${name}}\n  ports: [{port: 80}]\n`

/** Nothing is wrong with it. */
export const configMap = (name: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata: {a: b}\n`

/** A cluster refuses it. */
export const refused = (name: string): string => `${configMap(name)}spec: {}\n`

/** Only a warning: a Service that opens a port of every node, and selects the Pod beside it. */
export const warning = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: a}
spec:
  type: NodePort
  selector: {app: web}
  ports: [{port: 80}]
`
