import type { Answer, ServerFinding } from './answer'

const appArmorAnnotation = 'container.apparmor.security.beta.kubernetes.io/'

/**
 * Whether a warning is sent before the object is validated: about its API, about its owners, and about the AppArmor
 * annotations of a Pod, which the server copies into fields first. Source: `rest.BeforeCreate`, `dedupOwnerReferences`,
 * `applyAppArmorVersionSkew`.
 */
const isEarly = ({ place: { path } }: ServerFinding): boolean => {
  const [first, second, key] = path
  if (first === undefined || (first === 'metadata' && second === 'ownerReferences')) return true
  return first === 'metadata' && second === 'annotations' && String(key).startsWith(appArmorAnnotation)
}

/** The warnings that the server sends. With a refusal, these are only those from before the object is validated. */
export const warningsSent = ({ causes, warnings }: Answer): readonly ServerFinding[] =>
  causes.length > 0 ? warnings.filter(isEarly) : warnings
