import type { Fix } from '../../engine/findings/check'
import { addReadinessProbe } from './readiness'
import type { MissingProbe } from './missingProbe'

const fix: Fix<'pod', MissingProbe> = ({ data }, { object }) =>
  data.missing === 'readiness'
    ? addReadinessProbe(object.pod, data.service.data)
    : {
        unfixable:
          'Only you know whether a restart would help, and what shows it. Check less than for readiness, and nothing that depends on other services.',
      }

export default fix
