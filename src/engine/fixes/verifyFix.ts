import type { Proposal, Safety } from '../findings/remedy'
import type { Finding } from '../model/finding'
import { pathText } from '../model/path'
import type { TextEdit } from '../model/textEdit'
import type { LocatedObject } from '../objects/locatedObjects'
import { proposalEdits } from './proposalEdits'
import type { Snapshot } from './snapshot'

/** A proposal that was applied and checked. `introduces`: the findings that only the text after it has. */
export type VerifiedFix = {
  readonly edits: readonly TextEdit[]
  readonly after: Snapshot
  readonly introduces: readonly Finding[]
}

/** Why a proposal cannot be applied to this text, in a sentence. */
export type Rejection = { readonly refused: string }

/**
 * Applies a proposal for a finding: verified when the finding is gone and nothing is refused that was not before. `fixed`:
 * the findings that it has to fix, where these are more.
 */
export function verifyFix(
  before: Snapshot,
  finding: Finding,
  proposal: Proposal,
  fixed: readonly Finding[] = [finding],
): VerifiedFix | Rejection {
  const plan = proposalEdits(before.evaluation, before.placeOf(finding), proposal)
  if ('refused' in plan) return plan
  if (plan.edits.length === 0) return { refused: alreadyThere }
  const after = before.after(plan.edits)
  return (
    rejection(before, after, fixed) ?? {
      edits: plan.edits,
      after,
      introduces: newFindings(after, before),
    }
  )
}

export const alreadyThere = 'The text already says so.'

/**
 * The findings of a later snapshot that an earlier one does not have, whether they counted there or not. An object whose
 * apiVersion changes gets another id, but keeps what was found in it. What is found in a document that can be read at
 * last does not come from the fix, and neither does what a check finds that could not tell before.
 */
export function newFindings(later: Snapshot, earlier: Snapshot): readonly Finding[] {
  const known = new Set(earlier.findings.map(({ id }) => id))
  const fresh = later.activeFindings.filter(
    (finding) =>
      !known.has(finding.id) &&
      !isReadAtLast(finding.document, later, earlier) &&
      !couldNotTell(finding, earlier),
  )
  const objects = new Set(earlier.evaluation.objects.map(({ id }) => id))
  const isOfNewObject = ({ object }: Finding): boolean => object !== undefined && !objects.has(object)
  if (!fresh.some(isOfNewObject)) return fresh
  const seen = new Set(earlier.findings.map(contentOf))
  return fresh.filter((finding) => !isOfNewObject(finding) || !seen.has(contentOf(finding)))
}

const isReadAtLast = (document: number, later: Snapshot, earlier: Snapshot): boolean =>
  !earlier.isDocumentReadable(document) && later.isDocumentReadable(document)

/** Whether the check of a later finding could not tell before, because a document could not be read. */
const couldNotTell = ({ rule, object: owner, mayBeElsewhere }: Finding, { evaluation }: Snapshot): boolean =>
  mayBeElsewhere !== undefined &&
  (evaluation.report.objects
    .find(({ id }) => id === owner)
    ?.verdicts.some(({ check, cannotTell }) => cannotTell && check === rule) ??
    false)

const contentOf = ({ rule, path, message }: Finding): string => `${rule} ${pathText(path)} ${message}`

/**
 * Why an applied fix does not do: a finding is still there, or something is refused that was not. Where the API refuses
 * an object anyway, and for another reason, it may refuse another place of it than before, but not more of them.
 */
export function rejection(
  before: Snapshot,
  after: Snapshot,
  fixed: readonly Finding[],
): Rejection | undefined {
  const ids = new Set(fixed.map(({ id }) => id))
  if (after.activeFindings.some(({ id }) => ids.has(id))) return { refused: 'It would not be enough.' }
  const fresh = newFindings(after, before).filter(
    (one) => isRefused(one) && !isSeenAtLast(one, before, after),
  )
  const isNotMore =
    after.activeFindings.filter(isRefused).length <= before.activeFindings.filter(isRefused).length
  const isElsewhere = !fixed.some(isRefused)
  const worse = fresh.find((one) => {
    const isExcused = isMissedAtLast(one, before, after) || (isElsewhere && !wasAccepted(one, before, after))
    return !(isNotMore && isExcused)
  })
  return worse && { refused: `It would cause something worse: ${worse.message}` }
}

/** Whether nothing was refused of the object of a later finding. */
function wasAccepted(finding: Finding, before: Snapshot, after: Snapshot): boolean {
  const earlier = earlierOwner(finding, before, after)
  return earlier !== undefined && !before.refusedObjects.has(earlier.id)
}

/**
 * Whether the API server only now looks at the object of a finding, because it could not read it before: what it finds
 * then does not come from the fix.
 */
function isSeenAtLast(finding: Finding, before: Snapshot, after: Snapshot): boolean {
  const earlier = after.isAdmission(finding) ? earlierOwner(finding, before, after) : undefined
  return earlier !== undefined && !before.isReadable(earlier)
}

/** Whether a field is missing in an object that no schema could tell anything about before. */
function isMissedAtLast(finding: Finding, before: Snapshot, after: Snapshot): boolean {
  const earlier = finding.rule === 'missing-field' ? earlierOwner(finding, before, after) : undefined
  return earlier !== undefined && !before.hasSchema(earlier)
}

/** The object of a later finding, as it was before. */
function earlierOwner(finding: Finding, before: Snapshot, after: Snapshot): LocatedObject | undefined {
  const owner = after.ownerOf(finding)
  return owner && before.objectAt(owner)
}

const isRefused = ({ severity }: Finding): boolean => severity === 'refused'

/** Whether a fix needs no review: the rule says so, and all that it introduces is advice. */
export const isSafe = ({ safety }: Proposal, introduces: readonly Finding[]): boolean =>
  safety === 'safe' && introduces.every(({ severity }) => severity === 'advice')

/** How safe a fix is, with what it introduces. */
export const safetyWith = (proposal: Proposal, introduces: readonly Finding[]): Safety =>
  proposal.safety === 'safe' && !isSafe(proposal, introduces) ? 'review' : proposal.safety

/** The ids of the findings that count before and no longer after. */
export function goneFindings(before: Snapshot, after: Snapshot): readonly string[] {
  const left = new Set(after.activeFindings.map(({ id }) => id))
  return before.activeFindings.flatMap(({ id }) => (left.has(id) ? [] : [id]))
}
