import type { Check, Judgement, Options, Remark } from './check'
import type { KubernetesObject } from '../objects/readObjects'
import type { Relations } from '../objects/relations'
import type { Grade } from '../model/finding'

/** What a check said of an object, before anyone asks whether it counts. */
export type Outcome = {
  readonly grade: Grade
  /** The check's own reason not to apply. */
  readonly skipped?: string
  readonly remarks: readonly Remark[]
  /** What went wrong inside the check: it judged nothing. */
  readonly broken?: string
}

const grades: Readonly<Record<Remark['severity'], Grade>> = { critical: 1, warning: 5, advice: 7, note: 10 }

const appsWorkloads: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet'])

/** Whether a check looks at an object at all. */
export function applies(check: Check, object: KubernetesObject): boolean {
  if (!object.isSupportedKind) return false
  if (check.on === 'any') return true
  if (check.on === 'pod') return object.pod !== undefined
  return object.kind === check.on && (!appsWorkloads.has(check.on) || object.apiVersion === 'apps/v1')
}

/**
 * Runs one check on one object that it applies to. The grade is the worst of what the check said, 10 when it said
 * nothing. A check that throws is an outcome of its own, never a pass.
 */
export function judge(
  check: Check,
  object: KubernetesObject,
  relations: Relations,
  options: Options,
): Outcome {
  const remarks: Remark[] = []
  try {
    const judgement = start(check, object, relations, options)
    for (;;) {
      const next = judgement.next()
      if (!next.done) {
        remarks.push(next.value)
      } else if (next.value) {
        return { grade: next.value.grade, skipped: next.value.skipped, remarks: [] }
      } else {
        const worst = Math.min(10, ...remarks.map(({ severity }) => grades[severity])) as Grade
        return { grade: worst, remarks }
      }
    }
  } catch (error) {
    const broken = error instanceof Error ? error.message : String(error)
    return { grade: 0, skipped: 'The check could not run.', remarks: [], broken }
  }
}

/** `applies` has made sure that the object is what the check's `on` names. */
function start(check: Check, object: KubernetesObject, relations: Relations, options: Options): Judgement {
  if (check.judge) return check.judge(object as never, options)
  if (check.judgeAmong) return check.judgeAmong(object as never, relations, options)
  throw new Error(`${check.id} has nothing to run`)
}
