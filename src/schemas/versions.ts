import packed from './generated/versions.json'

/** The bundled versions as the schema build writes them (`versions.json`). */
export type PackedVersions = {
  /** Minor versions, oldest first: `1.25`. */
  readonly versions: readonly string[]
  /** The newest version whose composed API was compared with the API's own specification. */
  readonly verified: string
}

const { versions, verified }: PackedVersions = packed

/** The Kubernetes versions whose schemas are bundled, newest first. Loads no schema. */
export const kubernetesVersions: readonly string[] = versions.toReversed()

/** The version whose types custom resources embed, such as `core.v1.PodTemplateSpec`. */
export const verifiedVersion: string = verified
