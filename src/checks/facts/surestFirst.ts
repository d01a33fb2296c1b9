import { safeties, type Proposal } from '../../engine/findings/remedy'

/** The proposals that there are, the surest first, else in their order. */
export const surestFirst = (proposals: readonly (Proposal | undefined)[]): readonly Proposal[] =>
  proposals
    .filter((one) => one !== undefined)
    .toSorted((left, right) => safeties.indexOf(left.safety) - safeties.indexOf(right.safety))
