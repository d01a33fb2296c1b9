import type { Mended } from '../../engine/findings/check'
import type { PodBearer } from '../../engine/objects/readObjects'
import type { Deployment } from '../../kubernetes/objects'
import { claims } from '../facts/podSelector'
import { setField } from '../facts/setField'

/** As many replicas as are asked for, unless they would share a volume. */
export function replicas(deployment: PodBearer<Deployment>, least: number): Mended {
  const [claim] = claims(deployment.pod)
  if (claim !== undefined)
    return {
      unfixable: `All replicas would mount the claim ${claim}. Only a volume for many (ReadWriteMany) bears that; else a StatefulSet gives each pod its own.`,
    }
  const isOff = deployment.data.spec?.replicas === 0
  const note = isOff
    ? 'It is switched off now, and would be started.'
    : 'The program must bear to run more than once at the same time.'
  return { fixes: [setField(`Run ${least} replicas`, ['spec', 'replicas'], least, note)] }
}
