import { isKnownKind } from '../../apiServer/admit'
import { rules } from '../../apiServer/rules'
import type { Rule } from '../../engine/findings/rule'
import type { Source } from '../../engine/findings/source'
import { serverDiagnostics } from './find'

/** Checks that find the same as a rule. */
const same: Readonly<Record<string, Rule['sameAs']>> = {
  'selector-mismatch': [
    { check: 'deployment-pod-selector-labels-match-template-metadata-labels', within: 'object' },
    { check: 'statefulset-pod-selector-labels-match-template-metadata-labels', within: 'object' },
  ],
  'invalid-label': [{ check: 'label-values', within: 'place' }],
  'hidden-env': [{ check: 'environment-variable-key-duplication', within: 'place' }],
  'invalid-restart-policy': [{ check: 'cronjob-restartpolicy', within: 'place' }],
  'invalid-name': [{ check: 'container-ports-check', within: 'place' }],
  'duplicate-name': [{ check: 'container-ports-check', within: 'place' }],
  'duplicate-port': [{ check: 'container-ports-check', within: 'place' }],
  'no-label-selector': [{ check: 'pod-topology-spread-constraints', within: 'place' }],
}

/**
 * What the API server of the chosen version refuses, warns of, or drops, although the schemas allow it. It is large, and
 * loaded after the first report.
 */
export const apiServer: Source = {
  id: 'api-server',
  title: 'API server',
  decidesAdmission: true,
  rules: Object.entries(rules).map(([id, rule]): Rule => {
    const sameAs = same[id]
    return { id, topic: 'valid', ...rule, ...(sameAs && { sameAs }) }
  }),
  finders: [
    {
      reach: 'object',
      applies: ({ apiVersion, kind }) => isKnownKind(apiVersion, kind),
      dependsOn: ({ validity }) => validity(),
      find: (subject) => ({ diagnostics: serverDiagnostics(subject) }),
      loadFix: async () => {
        const { serverRemedy } = await import('./fix')
        return (subject) => {
          const diagnostics = serverDiagnostics(subject)
          return (nth) => {
            const finding = diagnostics[nth]?.finding
            return finding ? serverRemedy(finding, subject) : {}
          }
        }
      },
    },
  ],
}
