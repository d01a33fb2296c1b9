/**
 * Where the API of a version is read from:
 * - `cdk8s`: the package `cdk8s-plus-36` for 1.36. The exact API of the version, without the status of its kinds.
 * - `client`: the package `@kubernetes/client-node`. The exact and complete API of its version; exactly one row has it.
 * - `pulumi`: the package `pulumi-k8s-1.36` for 1.36, an alias of `@pulumi/kubernetes`. The union of the APIs of all
 *   versions up to this one, from which the API of the version is derived (see deriveRelease.ts).
 */
export type VersionSource = 'cdk8s' | 'client' | 'pulumi'

/** What a version must contain. A count that changes means that a reader or a package changed. */
export type ReleaseCounts = readonly [
  definitions: number,
  kinds: number,
  properties: number,
  propertiesOfAnyType: number,
  propertiesWithEnum: number,
  propertiesWithoutDescription: number,
]

export type BundledVersion = {
  readonly version: string
  readonly source: VersionSource
  /** Whether the composed API was compared with the API's own specification, field by field, and agreed. */
  readonly verified: boolean
  readonly counts: ReleaseCounts
}

/**
 * The bundled Kubernetes versions, oldest first. To add one, add its package to ../sources/package.json and a row here;
 * `npm run schemas` then prints the counts that it found.
 */
export const bundledVersions: readonly BundledVersion[] = [
  { version: '1.25', source: 'cdk8s', verified: true, counts: [494, 122, 2137, 18, 76, 37] },
  { version: '1.26', source: 'cdk8s', verified: true, counts: [510, 133, 2203, 20, 77, 36] },
  { version: '1.27', source: 'cdk8s', verified: true, counts: [520, 136, 2236, 20, 77, 36] },
  { version: '1.28', source: 'cdk8s', verified: true, counts: [539, 141, 2314, 21, 79, 36] },
  { version: '1.29', source: 'cdk8s', verified: true, counts: [548, 143, 2347, 20, 79, 36] },
  { version: '1.30', source: 'cdk8s', verified: true, counts: [589, 155, 2488, 24, 85, 36] },
  { version: '1.31', source: 'cdk8s', verified: true, counts: [594, 154, 2504, 21, 87, 36] },
  { version: '1.32', source: 'cdk8s', verified: true, counts: [607, 156, 2550, 19, 87, 36] },
  { version: '1.33', source: 'cdk8s', verified: true, counts: [676, 173, 2808, 21, 88, 36] },
  { version: '1.34', source: 'cdk8s', verified: true, counts: [707, 177, 2941, 20, 94, 36] },
  { version: '1.35', source: 'pulumi', verified: true, counts: [688, 169, 2869, 17, 94, 40] },
  { version: '1.36', source: 'client', verified: true, counts: [732, 181, 3026, 18, 97, 44] },
  { version: '1.37', source: 'pulumi', verified: false, counts: [831, 192, 3372, 33, 97, 44] },
]

/** The newest verified version. Custom resources embed types of this version, such as `core.v1.PodTemplateSpec`. */
export const newestVerified: string = bundledVersions.findLast(({ verified }) => verified)?.version ?? ''
