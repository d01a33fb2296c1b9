import type { Json, JsonObject } from '../../engine/model/json'
import { admitObject } from '../admit'

/** A template that nothing is wrong with, for tests. */
export const template = (spec: JsonObject = {}, labels: JsonObject = { app: 'web' }): JsonObject => ({
  metadata: { labels },
  spec: { containers: [{ name: 'web', image: 'nginx:1.29' }], ...spec },
})

/** An object of a kind with this spec, for tests. */
export const object = (
  apiVersion: string,
  kind: string,
  spec: JsonObject,
  name: Json = 'web',
): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name },
  spec,
})

/** A workload of `apps/v1` that nothing is wrong with but what is put into its spec. */
export const workload = (kind: string, spec: JsonObject = {}): JsonObject =>
  object('apps/v1', kind, { selector: { matchLabels: { app: 'web' } }, template: template(), ...spec })

/** A Job that nothing is wrong with but what is put into its spec. */
export const job = (spec: JsonObject = {}, name = 'web'): JsonObject =>
  object('batch/v1', 'Job', { template: template({ restartPolicy: 'Never' }), ...spec }, name)

/** A CronJob that nothing is wrong with but what is put into its spec and that of its Jobs. */
export const cronJob = (spec: JsonObject = {}, ofJobs: JsonObject = {}, name = 'web'): JsonObject => {
  const jobs = { template: template({ restartPolicy: 'Never' }), ...ofJobs }
  return object(
    'batch/v1',
    'CronJob',
    { schedule: '*/5 * * * *', jobTemplate: { spec: jobs }, ...spec },
    name,
  )
}

/** The fields that the server would name when it refuses an object, in its order, each once. */
export const refusedFields = (manifest: JsonObject, minor = 36): readonly string[] => [
  ...new Set(admitObject(manifest, minor)?.causes.map(({ place }) => place.field)),
]

/** The fields that the server would warn of. */
export const warnedFields = (manifest: JsonObject, minor = 36): readonly string[] =>
  admitObject(manifest, minor)?.warnings.map(({ place }) => place.field) ?? []
