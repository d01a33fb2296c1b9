import type { Check } from './check'
import type { KubernetesObject } from '../objects/readObjects'
import type { Settings } from '../model/settings'

/** Why a check does not count for an object. `silenced` separates what people accepted from what was never asked for. */
export type Off = { readonly reason: string; readonly silenced: boolean }

type Annotations = Readonly<Record<string, string>>

/** The annotation that names checks, with commas between them, that do not count for an object. */
export const ignoreKey = 'kube-score/ignore'
const enableKey = 'kube-score/enable'

/** Asking for resources, or giving them up, has always meant the disk too. */
const implied: Readonly<Record<string, string>> = {
  'container-ephemeral-storage-request-and-limit': 'container-resources',
}

/**
 * Whether a check counts for an object: undefined when it does. The pod template's annotations come first, but only
 * for checks of pods; at each level, ignoring comes before enabling. Source: kube-score's scorecard, rule for rule; the
 * settings that silence a check come before all of that.
 */
export function off(check: Check, object: KubernetesObject, settings: Settings): Off | undefined {
  if (settings.ignoredChecks.includes(check.id))
    return { reason: 'The settings accept what this check finds.', silenced: true }
  const ownTemplate =
    object.pod && object.pod.path.length > 0 && check.on === 'pod' ? object.pod.annotations : {}
  for (const [annotations, where] of [
    [ownTemplate, 'the pod template'],
    [object.annotations, `${object.kind} ${object.name}`],
  ] as const) {
    if (settings.ignoreAnnotations && lists(annotations, ignoreKey, check.id)) {
      return { reason: `An annotation on ${where} ignores this check.`, silenced: true }
    }
    if (settings.enableAnnotations && lists(annotations, enableKey, check.id)) return undefined
  }
  if (settings.enabledChecks.includes(check.id) || !check.optional) return undefined
  return { reason: 'This check is optional and not switched on.', silenced: false }
}

function lists(annotations: Annotations, key: string, id: string): boolean {
  if (!Object.hasOwn(annotations, key)) return false
  const listed = (annotations[key] ?? '').split(',').map((entry) => entry.trim())
  return listed.includes(id) || listed.includes(implied[id] ?? id)
}
