/** The path that one of two identical probes could ask instead. */
type OtherPath = {
  readonly probe: 'liveness' | 'readiness'
  readonly path: string
  /** Whether apps with the present path usually have it. */
  readonly isKnown: boolean
}

/** What the parts of Kubernetes use. Others do as well, but nobody can count on it. */
const generic = '/livez'

/** Paths of well-known frameworks for liveness and readiness, with the path for both, where they have one. */
const families: readonly { readonly live: string; readonly ready: string; readonly both?: string }[] = [
  // Spring Boot, Quarkus, MicroProfile Health, Prometheus and Alertmanager.
  { live: '/actuator/health/liveness', ready: '/actuator/health/readiness', both: '/actuator/health' },
  { live: '/q/health/live', ready: '/q/health/ready', both: '/q/health' },
  { live: '/health/live', ready: '/health/ready' },
  { live: '/-/healthy', ready: '/-/ready' },
  { live: generic, ready: '/readyz' },
]

/** Which probe should ask another path than the present one, and which. */
export function restartPath(present: string): OtherPath {
  for (const { live, ready, both } of families) {
    const isGeneric = live === generic
    if (present === ready || present === both) return { probe: 'liveness', path: live, isKnown: !isGeneric }
    if (present === live) return { probe: 'readiness', path: ready, isKnown: !isGeneric }
  }
  return { probe: 'liveness', path: generic, isKnown: false }
}
