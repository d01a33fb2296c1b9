/** `v1.30` or `1.30` as a pair of numbers; anything else (`1`, `1.30.1`, empty) counts as 0.0. */
function parseVersion(text: string): readonly [major: number, minor: number] {
  const match = /^v?(\d+)\.(\d+)$/.exec(text)
  return [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)]
}

/** Whether a Kubernetes version is `minimum` or newer. Both are minor versions, `1.30` or `v1.30`. */
export function isAtLeast(version: string, minimum: string): boolean {
  const [major, minor] = parseVersion(version)
  const [minimumMajor, minimumMinor] = parseVersion(minimum)
  return major > minimumMajor || (major === minimumMajor && minor >= minimumMinor)
}

/** The minor part of a version: 36 for `1.36` or `v1.36`; 0 for anything else. */
export const minorOf = (version: string): number => parseVersion(version)[1]
