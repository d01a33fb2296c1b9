import type { JsonObject } from '../../engine/model/json'
import type { Answer } from '../answer'
import { withoutGated } from '../gates'
import { validateLabels } from '../metadata/labels'
import { subdomainProblem } from '../../kubernetes/names'
import { most31Bits } from '../numbers'
import type { Place } from '../place'
import {
  has,
  listAt,
  numberAt,
  objectAt,
  objectsAt,
  textAt,
  withDefault,
  withField,
  withItems,
  withText,
} from '../read'
import { choice, remove, repeats } from '../say'
import { validateTolerations } from '../tolerations'
import { validateAffinity } from './affinity'
import {
  type At,
  allowOnly,
  forbid,
  keepBetween,
  checkName,
  checkWord,
  refuse,
  requireText,
  within,
} from './checks'
import { completeContainer, validateContainers } from './containers'
import { containerLists } from './containersOf'
import { validateDns, validateHostAliases, warnOfAddresses } from './dns'
import {
  validateHostName,
  validateHostNetwork,
  validateHostProcess,
  validateHostUsers,
  validateSystem,
} from './hosts'
import type { PodContext } from './podContext'
import { validateResourceClaims } from './resourceClaims'
import { validateOverhead, validatePodResources, warnOfOverhead } from './resources'
import { validateGates, validateSpread, warnOfScheduling } from './scheduling'
import { validatePodSecurity } from './security'
import { completeVolume, validateVolumes, warnOfVolumes } from './volumes'

/** Source: pkg/api/pod, `dropDisabledFields`. */
const gated = { schedulingGates: 27, hostUsers: 33, resourceClaims: 34 }
const gatedOfSecurity = { appArmorProfile: 30, supplementalGroupsPolicy: 33, seLinuxChangePolicy: 33 }

/** The spec of a Pod with the server's defaults. Source: `SetDefaults_PodSpec`, `SetDefaults_Volume`. */
export const completePodSpec = (spec: JsonObject): JsonObject => {
  const withTexts = withText(withText(spec, 'dnsPolicy', 'ClusterFirst'), 'restartPolicy', 'Always')
  const withNumbers = withDefault(
    withDefault(withTexts, 'securityContext', {}),
    'terminationGracePeriodSeconds',
    30,
  )
  const named = withText(withNumbers, 'schedulerName', 'default-scheduler')
  const withVolumes = withItems(named, 'volumes', completeVolume)
  return containerLists.reduce((object, key) => withItems(object, key, completeContainer), withVolumes)
}

/** The rules for the spec of a Pod, which all templates share. Source: `ValidatePodSpec`. `place`: of the spec. */
export function validatePodSpec(
  written: JsonObject,
  place: Place,
  context: PodContext,
  answer: Answer,
): void {
  const at: At = { place, subject: context.isPod ? 'The Pod' : 'The Pod template', answer }
  const spec = withField(
    withoutGated(written, place, at.subject, gated, answer),
    'securityContext',
    (security) => withoutGated(security, place.child('securityContext'), at.subject, gatedOfSecurity, answer),
  )
  const volumes = validateVolumes(objectsAt(spec, 'volumes'), within(at, 'volumes'), context)
  if (answer.isFrom(34)) {
    const claims = objectsAt(spec, 'resourceClaims')
    if (!context.isMirror) validateResourceClaims(claims, within(at, 'resourceClaims'))
    else if (claims.length > 0)
      forbid('resourceClaims', 'a mirror Pod cannot have', {
        ...at,
        place: place.child('resourceClaims').spelled('[]'),
      })
  }
  validateContainers(spec, place, volumes, context, answer)
  validatePodResources(spec, at)
  validateHostNetwork(spec, context.isPod, at)
  validateRestartPolicy(spec, context, within(at, 'restartPolicy'))
  validateDns(spec, at)
  validateLabels(spec, 'nodeSelector', place.child('nodeSelector'), answer)
  validatePodSecurity(spec, at)
  if (has(spec, 'affinity')) validateAffinity(objectAt(spec, 'affinity'), within(at, 'affinity'))
  validateGates(spec, at)
  validateSpread(objectsAt(spec, 'topologySpreadConstraints'), within(at, 'topologySpreadConstraints'))
  validateHostProcess(spec, at)
  validateHostUsers(spec, at)
  validateHostName(spec, at)
  validateNames(spec, at)
  keepBetween(spec, 'activeDeadlineSeconds', 1, most31Bits, at)
  validateTolerations(spec, place.child('tolerations'), answer)
  validateHostAliases(spec, at)
  if (has(spec, 'preemptionPolicy') && requireText(spec, 'preemptionPolicy', at))
    allowOnly(spec, 'preemptionPolicy', ['PreemptLowerPriority', 'Never'], at)
  validateOverhead(spec, at)
  validateSystem(spec, at)
  if (has(spec, 'schedulingGroup'))
    answer.drop(
      'no-effect',
      place.child('schedulingGroup'),
      `${at.subject}: schedulingGroup has no effect, because it is not enabled by default.`,
    )
  if (listAt(spec, 'ephemeralContainers').length > 0)
    forbid(
      'ephemeralContainers',
      'can only be added to a running Pod',
      within(at, 'ephemeralContainers'),
      'ephemeral-container',
      remove,
    )
  warnOfPodSpec(spec, context, at)
}

/** Source: `validateRestartPolicy`, and the rules of the owner. */
function validateRestartPolicy(spec: JsonObject, { restartPolicies }: PodContext, at: At): void {
  const rule = 'invalid-restart-policy'
  const policy = textAt(spec, 'restartPolicy')
  if (!restartPolicies.includes('Always') && policy === 'Always')
    refuse(
      rule,
      'FieldValueRequired',
      at,
      `${at.subject}’s restartPolicy is Always, which is also the default. It must be ${choice(restartPolicies)}.`,
      { kind: 'word', allowed: restartPolicies },
    )
  else checkWord(policy, 'restartPolicy', restartPolicies, at, rule)
}

/** Names of other objects. Those of Secrets and schedulers are not looked at. */
function validateNames(spec: JsonObject, at: At): void {
  const key = textAt(spec, 'serviceAccountName') === '' ? 'serviceAccount' : 'serviceAccountName'
  const account = textAt(spec, key)
  const accountPlace = at.place.child(key).spelled(at.place.child('serviceAccountName').field)
  if (account !== '') checkName(account, key, subdomainProblem, { ...at, place: accountPlace })
  for (const name of ['nodeName', 'priorityClassName'].filter((one) => textAt(spec, one) !== ''))
    checkName(textAt(spec, name), name, subdomainProblem, within(at, name))
  if (has(spec, 'runtimeClassName')) {
    const name = textAt(spec, 'runtimeClassName')
    checkName(name, 'runtimeClassName', subdomainProblem, within(at, 'runtimeClassName'))
  }
}

/** What the server says about a spec that it accepts. Source: `warningsForPodSpecAndMeta`. */
function warnOfPodSpec(spec: JsonObject, { isPod }: PodContext, at: At): void {
  const { place, answer } = at
  warnOfScheduling(spec, at)
  warnOfVolumes(objectsAt(spec, 'volumes'), within(at, 'volumes'))
  warnOfAddresses(spec, at)
  const names = objectsAt(spec, 'imagePullSecrets').map((item) => textAt(item, 'name'))
  const again = repeats(names)
  for (const [index, name] of names.entries()) {
    const item = place.child('imagePullSecrets').index(index)
    const here = item.child('name')
    if (again[index])
      answer.warn(
        'duplicate-name',
        item.spelled(here.field),
        `${at.subject} names the imagePullSecret ${name} twice.`,
        remove,
      )
    if (name === '')
      answer.warn('required-field', here, `${at.subject} has an imagePullSecret without a name.`)
  }
  warnOfOverhead(spec, at)
  const grace = numberAt(spec, 'terminationGracePeriodSeconds') ?? 0
  if (!isPod && grace < 0)
    answer.warn(
      'number-out-of-range',
      place.child('terminationGracePeriodSeconds'),
      `${at.subject}’s terminationGracePeriodSeconds is negative, which counts as 1.`,
      { kind: 'set', value: 1 },
    )
}
