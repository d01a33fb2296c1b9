import type { Rule } from '../../engine/findings/rule'
import type { Source } from '../../engine/findings/source'
import type { SchemaDiagnostic } from '../../engine/findings/validateObject'

const rules: readonly Omit<Rule, 'topic'>[] = [
  {
    id: 'field-type',
    title: 'Wrong type',
    severities: ['refused'],
    fixable: true,
    unfixable: 'We cannot tell which value you meant. Write one of the expected type.',
  },
  {
    id: 'missing-field',
    title: 'Missing field',
    severities: ['refused'],
    fixable: true,
    unfixable: 'We cannot tell which value you want. Add the field by hand.',
  },
  {
    id: 'unknown-field',
    title: 'Unknown field',
    severities: ['refused'],
    fixable: true,
    unfixable: 'We cannot tell which field you meant. Correct its name, or remove it.',
  },
  {
    id: 'field-value',
    title: 'Invalid value',
    severities: ['refused'],
    fixable: true,
    unfixable: 'We cannot tell which value you meant. Write one that is allowed.',
  },
  {
    id: 'unserved-version',
    title: 'API version not served',
    severities: ['refused'],
    fixable: true,
    unfixable: 'No served API replaces it. Remove the object, or correct its kind.',
  },
  {
    id: 'missing-schema',
    title: 'Missing schema',
    severities: ['critical'],
    fixable: true,
    unfixable:
      'Only its schema can tell whether it is valid. Add the schema, or skip kinds without one in the settings.',
  },
  {
    id: 'rejected-kind',
    title: 'Rejected kind',
    severities: ['critical'],
    unfixable: 'The settings reject every object of this kind. Remove the object, or change the settings.',
  },
]

const nothing: readonly SchemaDiagnostic[] = []

/** The form of objects, as the API of the chosen Kubernetes version and the schemas of custom resources define it. */
export const schema: Source = {
  id: 'schema',
  title: 'Schemas',
  rules: rules.map((rule) => ({ ...rule, topic: 'valid' })),
  finders: [
    {
      reach: 'object',
      applies: () => true,
      dependsOn: ({ validity }) => validity(),
      find: ({ validity }) => ({ diagnostics: validity()?.diagnostics ?? nothing }),
      loadFix: async () => {
        const { schemaRemedy } = await import('./fix')
        return (subject) => {
          const diagnostics = subject.validity()?.diagnostics ?? nothing
          return (nth) => {
            const diagnostic = diagnostics[nth]
            return diagnostic ? schemaRemedy(diagnostic, subject) : {}
          }
        }
      },
    },
  ],
}
