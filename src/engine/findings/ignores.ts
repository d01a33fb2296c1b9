import type { Settings } from '../model/settings'
import type { KubernetesObject } from '../objects/readObjects'
import type { Check } from './check'
import type { Diagnostic } from './diagnostic'

/** Why a check does not count for an object. `isIgnored`: somebody chose so; otherwise it was never switched on. */
export type Off = { readonly reason: string; readonly isIgnored: boolean }

type Annotations = Readonly<Record<string, string>>

/** The annotation that lists checks, separated by commas, to ignore on an object. */
export const ignoreKey = 'kube-score/ignore'
const enableKey = 'kube-score/enable'

/** Ignoring or enabling the check of resources has always included ephemeral storage. */
const implied: Readonly<Record<string, string>> = {
  'container-ephemeral-storage-request-and-limit': 'container-resources',
}

const annotationOn = 'An annotation on'

/** Whether something is ignored by an annotation, which is in the text itself, and not by a setting. */
export const isAnnotationReason = (reason: string): boolean => reason.startsWith(annotationOn)

/**
 * Why a check does not count for an object; undefined when it does. The annotations of the Pod template come first, but
 * only for checks of Pods; at each level, ignoring comes before enabling. Source: kube-score's scorecard, rule for rule;
 * the settings that ignore a check come before all of that.
 */
export function ignoreOf(check: Check, object: KubernetesObject, settings: Settings): Off | undefined {
  if (settings.ignoredChecks.includes(check.id))
    return { reason: 'The settings ignore this check.', isIgnored: true }
  const ownTemplate =
    object.pod && object.pod.path.length > 0 && check.on === 'pod' ? object.pod.annotations : {}
  for (const [annotations, where] of [
    [ownTemplate, 'the Pod template'],
    [object.annotations, `${object.kind} ${object.name}`],
  ] as const) {
    if (settings.ignoreAnnotations && ignores(annotations, check.id))
      return { reason: `${annotationOn} ${where} ignores this check.`, isIgnored: true }
    if (settings.enableAnnotations && lists(annotations, enableKey, check.id)) return undefined
  }
  if (settings.enabledChecks.includes(check.id) || !check.optional) return undefined
  return { reason: 'This check is optional and not enabled.', isIgnored: false }
}

/** Why what a check that counts has found does not: it is about an object that the settings say is deployed elsewhere. */
export const elsewhereReason = (
  { mayBeElsewhere }: Diagnostic,
  { moreIsElsewhere }: Settings,
): string | undefined =>
  mayBeElsewhere && moreIsElsewhere ? 'The settings say that more is deployed elsewhere.' : undefined

/** Whether the annotations of an object, or of its Pod template, list a check as ignored. */
export const ignores = (annotations: Annotations, id: string): boolean => lists(annotations, ignoreKey, id)

function lists(annotations: Annotations, key: string, id: string): boolean {
  if (!Object.hasOwn(annotations, key)) return false
  const listed = (annotations[key] ?? '').split(',').map((entry) => entry.trim())
  return listed.includes(id) || listed.includes(implied[id] ?? id)
}
