/** Who acts on a field, and so who refuses, kills or slows when it is wrong. */
type Enforcer =
  | 'API server'
  | 'controller'
  | 'scheduler'
  | 'kubelet'
  | 'container runtime'
  | 'kernel'
  | 'network plugin'
  | 'kube-proxy'
  | 'cloud provider'
  | 'nobody'

/** How a part of a picture looks: what is fine, what goes wrong, and what is neither. */
export type Tone = 'good' | 'bad' | 'plain'

/** A part of a picture with its words. */
export type Labelled = { readonly label: string; readonly tone: Tone }

/** A picture is drawn from its data, and read aloud from them: `caption` says in a sentence what it shows. */
export type Picture = { readonly caption: string } & (
  | {
      /** Parts of one amount, such as what is booked of a node. Amounts are in `unit`; together at most `total`. */
      readonly kind: 'bar'
      readonly unit: string
      readonly total: number
      readonly parts: readonly { readonly label: string; readonly amount: number; readonly tone: Tone }[]
    }
  | {
      /** What happens when, in lanes below one another. Times are in `unit`, from 0 to `until`. */
      readonly kind: 'timeline'
      readonly unit: string
      readonly until: number
      readonly lanes: readonly {
        readonly label: string
        readonly spans: readonly {
          readonly from: number
          readonly to: number
          readonly label: string
          readonly tone: Tone
        }[]
      }[]
    }
  | {
      /** Boxes from left to right, and the arrows between them. `from` and `to` are numbers of boxes, from 0. */
      readonly kind: 'flow'
      readonly boxes: readonly Labelled[]
      readonly arrows: readonly {
        readonly from: number
        readonly to: number
        readonly label: string
        readonly tone: Tone
      }[]
    }
  | {
      /** What lies where, such as Pods on nodes, in one or several scenes below one another. */
      readonly kind: 'places'
      readonly scenes: readonly {
        readonly label: string
        readonly places: readonly { readonly label: string; readonly items: readonly Labelled[] }[]
      }[]
    }
  | {
      /** What holds (`yes`, `no`, or a few words) in which case. */
      readonly kind: 'grid'
      readonly columns: readonly string[]
      readonly rows: readonly { readonly label: string; readonly cells: readonly Labelled[] }[]
    }
)

/** One manifest that passes or fails. */
type Choice = {
  /** What it does, in a few words: `Tag 1.4.2, no pull policy`. */
  readonly label: string
  /** The whole manifest. The engine says whether it passes; no answer is written down. */
  readonly yaml: string
}

/**
 * What the page of a check says beside its text, `docs.md`. Facts, in the words of the field; the severity, whether the check
 * is optional and what it looks at are not repeated here, because the check itself knows.
 */
export type CheckPage = {
  readonly enforcedBy: readonly [Enforcer, ...Enforcer[]]
  /** The version of Kubernetes that has had the field (or the behaviour) by default: `1.25`; not given when it always had. */
  readonly since?: string
  /** What happens if the field is left out, in a few words: `IfNotPresent, or Always for the tag latest`. */
  readonly byDefault: string
  /** The lowest Pod Security level that asks for the same. */
  readonly podSecurity?: 'baseline' | 'restricted'
  /** The number that the text names, as the text writes it, and where it comes from. */
  readonly number: { readonly text: string; readonly source: `https://${string}` | 'computed in the text' }
  readonly picture: Picture
  /** Which of the choices pass this check, and only this one? At least one passes and at least one fails. */
  readonly question: {
    readonly ask: string
    readonly choices: readonly Choice[]
    readonly explanation: string
  }
  /** Ids of checks that one reads next. */
  readonly related: readonly string[]
}
