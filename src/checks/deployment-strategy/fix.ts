import type { Fix } from '../../engine/findings/check'
import { claimNames } from '../facts/podFacts'
import { setField } from '../facts/setField'

/** Not where the Pods hold something that old and new ones cannot have at the same time. */
const fix: Fix<'Deployment'> = (_, { object: { data, pod } }) => {
  const isRecreate = data.spec?.strategy?.type === 'Recreate'
  const [claim] = claimNames(pod)
  if (isRecreate && claim !== undefined)
    return {
      unfixable: `The Pods mount the claim ${claim}. Recreate is right when only one node or Pod can use it at a time; with a ReadWriteMany volume, set RollingUpdate.`,
    }
  if (isRecreate && pod.containers.some(({ container }) => container.ports?.some(hasHostPort)))
    return {
      unfixable:
        'The Pods use a port of the node (hostPort), so an old and a new Pod cannot share a node. Remove the hostPort first, or keep the strategy.',
    }
  return {
    fixes: [
      setField(
        'Set strategy to RollingUpdate',
        ['spec', 'strategy', 'type'],
        'RollingUpdate',
        'Old and new Pods run side by side for a while. Check that the app supports two instances, and two versions, at a time.',
      ),
    ],
  }
}

export default fix

const hasHostPort = (port: object): boolean => 'hostPort' in port && port.hostPort !== 0
