import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { subdomainName } from '../metadata/nameRules'
import { root } from '../place'
import { annotationOf } from '../read'

const mountable = 'kubernetes.io/enforce-mountable-secrets'

/** Source: the strategy of ServiceAccounts, `warnIfHasEnforceMountableSecretsAnnotation`. */
function validateServiceAccount(object: JsonObject, answer: Answer): void {
  if (annotationOf(object, mountable) !== undefined)
    answer.warn(
      'deprecated',
      root.child('metadata', 'annotations').keyOf(mountable),
      `The annotation ${mountable} is deprecated. Use namespaces to keep Secrets apart.`,
    )
}

export const serviceAccount: Kind = {
  of: ['v1 ServiceAccount'],
  name: subdomainName,
  validate: validateServiceAccount,
}
