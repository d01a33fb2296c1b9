import type { Fix } from '../../engine/findings/check'
import { claimNames } from '../facts/podFacts'
import { setField } from '../facts/setField'

/** The minimum, unless the replicas would share a volume. */
const fix: Fix<'Deployment'> = (_, { object, options: { minReplicasDeployment: least } }) => {
  const [claim] = claimNames(object.pod)
  if (claim !== undefined)
    return {
      unfixable: `All replicas would mount the claim ${claim}. That works only with a ReadWriteMany volume; otherwise use a StatefulSet, which gives each Pod its own.`,
    }
  const note =
    object.data.spec?.replicas === 0
      ? 'The Deployment is scaled to 0 now; this starts it.'
      : 'Check that the app supports more than one instance at a time.'
  return { fixes: [setField(`Set replicas to ${least}`, ['spec', 'replicas'], least, note)] }
}

export default fix
