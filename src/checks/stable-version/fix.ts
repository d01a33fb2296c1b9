import type { Fix } from '../../engine/findings/check'
import { migration } from './migration'

/** `to`: the stable apiVersion. */
type Outdated = { readonly to: string }

const fix: Fix<'any', Outdated> = ({ data: { to } }, { object, options }) =>
  migration(object, to, options.kubernetesVersion)

export default fix
