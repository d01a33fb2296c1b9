/** A Pod whose containers are `{name: a, …}`; `spec`: more fields of the pod. */
export const pod = (containers: string, spec = '') =>
  `{apiVersion: v1, kind: Pod, metadata: {name: web, labels: {app: web}}, spec: {containers: [${containers}]${spec && `, ${spec}`}}}`

/** The container `a`; `fields`: what else is said of it. */
export const a = (fields = '') => `{name: a, image: "a:1"${fields && `, ${fields}`}}`

export const cronJob = (containers: string) =>
  `{apiVersion: batch/v1, kind: CronJob, metadata: {name: web}, spec: {schedule: "0 3 * * *", jobTemplate: {spec: {template: {spec: {containers: [${containers}], restartPolicy: Never}}}}}}`

/** A StatefulSet with a claim template that is named tmp. */
export const statefulSet = (containers: string, spec = '') =>
  `{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {volumeClaimTemplates: [{metadata: {name: tmp}}], template: {spec: {containers: [${containers}]${spec && `, ${spec}`}}}}}`
