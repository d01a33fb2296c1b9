import type { Fix } from '../../engine/findings/check'
import { plainData } from '../facts/plainData'
import { migration } from './migration'

/** `to`: the stable apiVersion. */
type Outdated = { readonly to: string }

const fix: Fix<'any', Outdated> = ({ data: { to } }, { object, value, options }) =>
  migration(object, to, plainData(value), options.kubernetesVersion)

export default fix
