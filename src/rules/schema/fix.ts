import type { Remedy } from '../../engine/findings/remedy'
import type { Subject } from '../../engine/findings/rule'
import type { SchemaDiagnostic } from '../../engine/findings/validateObject'
import { addVersion, migrations } from './apiVersionFixes'
import { convertField } from './conversionFixes'
import { unknownFieldRemedy } from './unknownFieldFixes'
import { violationFixes } from './violationFixes'
import { sideEffectsReason } from './webhookFixes'

/** What can be done about something that the schemas say of an object. */
export function schemaRemedy({ cause }: SchemaDiagnostic, subject: Subject): Remedy {
  const { object, value, text } = subject
  switch (cause.kind) {
    case 'violation': {
      const { violation } = cause
      if (violation.kind === 'unknown') return unknownFieldRemedy(violation, subject)
      if (violation.path.at(-1) === 'sideEffects') return { unfixable: sideEffectsReason }
      const converted = violation.kind === 'missing' ? convertField(violation.path, subject) : []
      return { fixes: [...converted, ...violationFixes(violation, { object, root: value, text })] }
    }
    case 'no-version':
      return { fixes: addVersion(subject) }
    case 'no-schema':
      return migrations(subject, cause.apiVersions)
    case 'rejected':
      return {}
  }
}
