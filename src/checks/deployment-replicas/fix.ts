import type { Fix } from '../../engine/findings/check'
import { review, risky } from '../../engine/findings/remedy'
import type { PodBearer } from '../../engine/objects/readObjects'
import type { Deployment } from '../../kubernetes/objects'
import { aloneSetting, dataServer, exclusiveOf } from '../facts/singleInstance'
import { setField } from '../facts/setField'

/** The minimum, unless the Deployment is stopped or something in it is for one Pod alone. */
const fix: Fix<'Deployment'> = (_, { object, options: { minReplicasDeployment: least } }) => {
  const unfixable = reasonAgainst(object)
  if (unfixable !== undefined) return { unfixable }
  const server = dataServer(object.pod)
  const assessment =
    server === undefined
      ? review('Check that the app supports more than one instance at a time.')
      : risky(
          `Each ${server} keeps its own data, and the Service would send requests to either of them. Check that they form a cluster.`,
        )
  const set = setField(`Set replicas to ${least}`, ['spec', 'replicas'], least, assessment)
  return { fixes: [{ ...set, effect: 'starts Pods' }] }
}

export default fix

/** Why more replicas would be wrong, and what to decide. */
function reasonAgainst({ data: { spec }, pod }: PodBearer<Deployment>): string | undefined {
  if (spec?.replicas === 0)
    return 'The Deployment is scaled to 0, on purpose as far as the text shows. Set replicas when it should run again.'
  const exclusive = exclusiveOf(pod)
  switch (exclusive?.kind) {
    case 'claim':
      return `All replicas would mount the claim ${exclusive.name}. That works only with a ReadWriteMany volume; otherwise use a StatefulSet, which gives each Pod its own.`
    case 'port':
      return `Each Pod takes port ${exclusive.port} of its node (${exclusive.field}), so every replica needs a node of its own. Remove ${exclusive.field} first, or set replicas if there are enough nodes.`
    case 'hostPath':
      return `Each Pod writes to ${exclusive.path} of its node (hostPath), so replicas on different nodes do not share their data. Use a volume that all nodes can mount first.`
    case undefined:
  }
  if (spec?.strategy?.type === 'Recreate')
    return 'The strategy is Recreate, which suggests that two instances must not run at the same time. If they can, set it to RollingUpdate first.'
  const alone = aloneSetting(pod)
  return (
    alone &&
    `The setting ${alone} suggests that the app runs alone. Decide whether a second instance can run beside it.`
  )
}
