import type { Settings } from '../engine/model/settings'

/**
 * A lesson, as a teacher writes it in `<id>/lesson.yaml`. The build checks it against `lesson.schema.json`, and puts the
 * manifests in that it names by file. Titles and what goals say are plain text; all other texts for people may have the
 * inline parts of Markdown, such as `code`.
 */
export type Lesson = {
  /** The name of its folder; part of its address, so it never changes. */
  readonly id: string
  readonly title: string
  /** What one can do after it, in a sentence. */
  readonly about: string
  /** How long it takes somebody new. */
  readonly minutes: number
  /** What the lesson is divided into, where its steps are about checks. */
  readonly topics?: readonly Topic[]
  readonly steps: readonly [Step, ...Step[]]
}

/** A group of checks that a lesson names together, such as `Container resources`. */
export type Topic = {
  readonly title: string
  /** Ids of checks. */
  readonly checks: readonly string[]
  /** Why it is here, where that is not plain: a check that is newer than the text that a lesson follows. */
  readonly note?: string
}

export type Step = {
  /** Part of the address of the step: `#/lessons/<lesson>/<step>`. */
  readonly id: string
  readonly title: string
  /** What to know and what to do, as the Markdown that pages of checks use. */
  readonly text: string
  /** The manifest that the step begins with; where it is left out, the solution of the step before. */
  readonly start?: string
  /** What the step sets, beside the defaults: a version of Kubernetes, for one. */
  readonly settings?: Partial<Settings>
  /** All of them have to hold before the step is done. */
  readonly goals: readonly [Goal, ...Goal[]]
  /** Asked before the reader goes on. */
  readonly question?: Question
  readonly hint: string
  /** The whole manifest after the step: shown as a diff with what it begins with. */
  readonly solution: string
  /** Ids of rules whose pages say more. */
  readonly pages?: readonly string[]
}

/** What the engine looks for in the reader's text. `says`: the same for people, in a few words. */
export type Goal = { readonly says: string } & (
  | {
      /** Ids of checks: each looks at something in the text and has nothing to say. */
      readonly passes: readonly string[]
    }
  | {
      /** Compared with what the step begins with: every object is there still, and no other rule finds anything new that is refused or critical. */
      readonly nothingWorse: true
    }
  | {
      /** Nothing in the text would be refused, and all of it can be read: in each of these versions, or else in the chosen one. */
      readonly valid: true
      readonly versions?: readonly string[]
    }
  | {
      /** Nothing in the text stops a pipeline: the program would exit with 0. */
      readonly deployable: true
    }
  | {
      /** `Kind/name` or `group/version/Kind/name`: the text has an object like this, and a schema for it. */
      readonly objects: readonly string[]
    }
  | {
      /** Ids of rules: each finds something in the text. */
      readonly finds: readonly string[]
    }
  | {
      /** The page is set like this. */
      readonly settings: Partial<Settings>
    }
)

/** A prediction: first the reader's own, then the answer. */
export type Question = { readonly ask: string } & (
  | {
      /** What happens in a cluster. Exactly one is right. */
      readonly answers: readonly { readonly text: string; readonly right?: true; readonly because: string }[]
    }
  | {
      /** Who refuses each of these manifests? The engine knows. */
      readonly refused: readonly { readonly title: string; readonly yaml: string; readonly because: string }[]
    }
)

/** The first that refuses a manifest, in the order in which it passes them. */
export type Refuser =
  /** The text is no YAML, or is no object. */
  | 'YAML reader'
  /** A field is unknown, missing, or of the wrong type or value. */
  | 'schema'
  /** The parts do not fit one another: only the API server itself looks. */
  | 'API server'
  /** It is accepted, whatever it does when it runs. */
  | 'nobody'
