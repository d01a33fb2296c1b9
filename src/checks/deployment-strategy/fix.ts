import type { Fix } from '../../engine/findings/check'
import { review, risky, safe, type Assessment } from '../../engine/findings/remedy'
import type { Pod } from '../../engine/objects/readObjects'
import { exclusiveOf, lockSetting } from '../facts/singleInstance'
import { setField } from '../facts/setField'

const wanted = 'RollingUpdate'

/** Not where the Pods hold something that old and new ones cannot have at the same time. */
const fix: Fix<'Deployment'> = (_, { object: { data, pod } }) => {
  const { type = '', rollingUpdate } = data.spec?.strategy ?? {}
  const isRecreate = type.toLowerCase() === 'recreate'
  const unfixable = isRecreate ? reasonToRecreate(pod) : undefined
  if (unfixable !== undefined) return { unfixable }
  const assessment = isRecreate ? assessRecreate(rollingUpdate !== undefined) : assessUnknown(type)
  return { fixes: [setField(`Set strategy to ${wanted}`, ['spec', 'strategy', 'type'], wanted, assessment)] }
}

export default fix

const sideBySide =
  'Old and new Pods run side by side for a while. Check that the app supports two instances, and two versions, at a time.'

const assessRecreate = (hasRollingUpdate: boolean): Assessment =>
  hasRollingUpdate
    ? review(`The API refuses rollingUpdate beside Recreate, so one of the two is a mistake. ${sideBySide}`)
    : risky(sideBySide)

const assessUnknown = (type: string): Assessment =>
  type.toLowerCase() === wanted.toLowerCase()
    ? safe('Only the case of the letters changes.')
    : review(`The API knows only RollingUpdate and Recreate. ${sideBySide}`)

/** Why Recreate may well be meant, and what to decide. */
function reasonToRecreate(pod: Pod): string | undefined {
  const exclusive = exclusiveOf(pod)
  switch (exclusive?.kind) {
    case 'claim':
      return `The Pods mount the claim ${exclusive.name}. Recreate is right when only one node or Pod can use it at a time; with a ReadWriteMany volume, set RollingUpdate.`
    case 'port':
      return `The Pods use port ${exclusive.port} of the node (${exclusive.field}), so an old and a new Pod cannot share a node. Remove ${exclusive.field} first, or keep the strategy.`
    case 'hostPath':
      return `The Pods write to ${exclusive.path} of the node (hostPath), where an old and a new Pod could overwrite each other’s files. Use another volume first, or keep the strategy.`
    case undefined:
  }
  const lock = lockSetting(pod)
  return (
    lock &&
    `The setting ${lock} suggests that only one Pod may work at a time, and a new one would wait for the old one. Set RollingUpdate if a Pod becomes ready while it waits.`
  )
}
