/** The minor versions a person can choose, newest first: those whose schemas are bundled. */
export const kubernetesVersions: readonly string[] = Array.from({ length: 13 }, (_, back) => `1.${37 - back}`)

/** `v1.30` or `1.30` as a pair of numbers; undefined for anything else (`1`, `1.30.1`, empty). */
export function parseVersion(text: string): readonly [major: number, minor: number] | undefined {
  const match = /^v?(\d+)\.(\d+)$/.exec(text)
  return match ? [Number(match[1]), Number(match[2])] : undefined
}

/** Whether `version` is `minimum` or newer; both as in `parseVersion`. */
export function isAtLeast(version: string, minimum: string): boolean {
  const [major = 0, minor = 0] = parseVersion(version) ?? []
  const [minimumMajor = 0, minimumMinor = 0] = parseVersion(minimum) ?? []
  return major > minimumMajor || (major === minimumMajor && minor >= minimumMinor)
}
