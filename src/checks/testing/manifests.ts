/** A Pod whose containers are `{name: a, …}`; `spec`: more fields of the Pod. */
export const pod = (containers: string, spec = '') =>
  `{apiVersion: v1, kind: Pod, metadata: {name: web, labels: {app: web}}, spec: {containers: [${containers}]${spec && `, ${spec}`}}}`

/** The container `a`; `fields`: more of its fields. */
export const a = (fields = '') => `{name: a, image: "a:1"${fields && `, ${fields}`}}`

export const cronJob = (containers: string) =>
  `{apiVersion: batch/v1, kind: CronJob, metadata: {name: web}, spec: {schedule: "0 3 * * *", jobTemplate: {spec: {template: {spec: {containers: [${containers}], restartPolicy: Never}}}}}}`

/** A StatefulSet with a claim template named tmp. */
export const statefulSet = (containers: string, spec = '') =>
  `{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {volumeClaimTemplates: [{metadata: {name: tmp}}], template: {spec: {containers: [${containers}]${spec && `, ${spec}`}}}}}`

/** A Pod template on one line; `spec`: more fields of the Pod. */
export const templateOf = (labels: string, spec = '') =>
  `template: {metadata: {labels: {${labels}}}, spec: {containers: [{name: a, image: a:1}]${spec && `, ${spec}`}}}`

/** A workload as a document of its own; `spec` may include a template. */
export const workload = (kind: string, spec: string, labels = 'app: web', metadata = 'name: web') => {
  const whole = spec.includes('template:') ? spec : `${spec}${spec && ', '}${templateOf(labels)}`
  return `\n---\n{apiVersion: apps/v1, kind: ${kind}, metadata: {${metadata}}, spec: {${whole}}}`
}

/** A Service as a document of its own. */
export const serviceFor = (labels: string, spec = '') =>
  `\n---\n{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {${labels}}${spec}}}`
