import type { Mended } from '../../engine/findings/check'
import type { PodBearer } from '../../engine/objects/readObjects'
import type { Deployment } from '../../kubernetes/objects'
import { claims } from '../facts/podSelector'
import { setField } from '../facts/setField'

/** Not where the pods hold on to something that the new ones cannot have at the same time. */
export function rollingUpdate(deployment: PodBearer<Deployment>): Mended {
  const isRecreate = deployment.data.spec?.strategy?.type === 'Recreate'
  const [claim] = claims(deployment.pod)
  if (isRecreate && claim !== undefined)
    return {
      unfixable: `The pods mount the claim ${claim}. Where only one node or pod may have it at a time, Recreate is right; with a volume for many, set RollingUpdate.`,
    }
  if (isRecreate && deployment.pod.containers.some(({ container }) => container.ports?.some(holdsNodePort)))
    return {
      unfixable:
        'The pods take a port of their node (hostPort), so an old and a new one cannot share a node. Give up the port first, or keep the strategy.',
    }
  return {
    fixes: [
      setField(
        'Roll out pod by pod',
        ['spec', 'strategy', 'type'],
        'RollingUpdate',
        'Old and new pods run side by side for a while: look whether the program bears that, and two versions at once.',
      ),
    ],
  }
}

const holdsNodePort = (port: object): boolean => 'hostPort' in port && port.hostPort !== 0
