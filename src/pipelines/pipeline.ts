import type { Settings } from '../engine/model/settings'

/** What a pipeline is made for. */
export type PipelineInput = {
  readonly settings: Settings
  /** Of the program’s file, in hexadecimal. */
  readonly sha256: string
  /** Where the manifests are, from the root of the repository; as a person types it. */
  readonly folder: string
}

/** A configuration that checks manifests before they are deployed, ready to be committed. */
export type Pipeline = {
  readonly id: string
  /** As in a list of systems: `GitHub Actions`. */
  readonly title: string
  /** What it does, in a sentence. */
  readonly help: string
  /** From the root of the repository. */
  readonly fileName: string
  /** What is left to do when the file is there, in a sentence. */
  readonly lastStep: string
  /** It runs this program; the others run other tools. */
  readonly runsProgram: boolean
  /** The whole file. */
  readonly make: (input: PipelineInput) => string
}
