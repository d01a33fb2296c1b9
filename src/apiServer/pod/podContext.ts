/** What differs between a Pod and the template of a workload. */
export type PodContext = {
  /** A bare Pod, not a template. */
  readonly isPod: boolean
  /** The restart policies that the owner allows. */
  readonly restartPolicies: readonly string[]
  /** The name of a bare Pod: claims are made with it. */
  readonly podName?: string
  /** A Pod that a node made from a file: it cannot claim devices. */
  readonly isMirror?: boolean
}
