import type { Remedy } from '../../engine/findings/remedy'
import type { Subject } from '../../engine/findings/rule'
import type { SchemaDiagnostic } from '../../engine/findings/validateObject'
import { addVersion, migrations } from './apiVersionFixes'
import { violationFixes } from './violationFixes'

/** What can be done about something that the schemas say of an object. */
export function schemaRemedy({ cause }: SchemaDiagnostic, subject: Subject): Remedy {
  const { object, value, text } = subject
  switch (cause.kind) {
    case 'violation':
      return { fixes: violationFixes(cause.violation, { object, root: value, text }) }
    case 'no-version':
      return { fixes: addVersion(subject) }
    case 'no-schema':
      return migrations(subject, cause.apiVersions)
    case 'rejected':
      return {}
  }
}
