import type { Json, JsonObject } from '../engine/model/json'
import type { Answer } from './answer'
import { type Operators, validateLabelKey, validateLabelValues, validateOperator } from './labelSelector'
import { subdomainProblem } from '../kubernetes/names'
import type { Place } from './place'
import { listAt, textAt, textsAt } from './read'
import { invalid, named, quoted, required } from './say'

/** Which nodes a volume or Pod can be on. `place`: of the selector. Source: `ValidateNodeSelector`. */
export function validateNodeSelector(selector: JsonObject, place: Place, answer: Answer): void {
  const terms = listAt(selector, 'nodeSelectorTerms')
  const list = place.child('nodeSelectorTerms')
  if (terms.length === 0) required(answer, list, 'The node selector has no term.')
  for (const [index, term] of terms.entries()) {
    validateFields(term, list.index(index), answer)
    for (const [here, item] of labelsOfTerm(term, list.index(index))) {
      validateNodeLabel(item, here, answer)
      validateLabelValues(item, here, answer)
    }
  }
}

/** A term that is only preferred: its values are not checked. Source: `ValidateNodeSelectorTerm`. */
export function validatePreferredTerm(term: JsonObject, place: Place, answer: Answer): void {
  validateFields(term, place, answer)
  for (const [here, item] of labelsOfTerm(term, place)) validateNodeLabel(item, here, answer)
}

/** The requirements of a term for labels of nodes, each with its place. */
const labelsOfTerm = (term: Json, place: Place): readonly (readonly [Place, Json])[] =>
  listAt(term, 'matchExpressions').map((item, index) => [place.child('matchExpressions').index(index), item])

const ofNodes: Operators = {
  In: 'some',
  NotIn: 'some',
  Exists: 'none',
  DoesNotExist: 'none',
  Gt: 'one',
  Lt: 'one',
}
const ofFields: Operators = { In: 'one', NotIn: 'one' }

/** Source: `ValidateNodeSelectorRequirement`. */
function validateNodeLabel(item: Json, place: Place, answer: Answer): void {
  validateOperator(item, ofNodes, place, answer)
  validateLabelKey(item, place, answer)
}

/** Source: `ValidateNodeFieldSelectorRequirement`. */
function validateFields(term: Json, place: Place, answer: Answer): void {
  for (const [index, item] of listAt(term, 'matchFields').entries()) {
    const here = place.child('matchFields').index(index)
    validateOperator(item, ofFields, here, answer)
    const key = textAt(item, 'key')
    if (key !== 'metadata.name') {
      const message = `Nodes cannot be selected by the field ${quoted(key)}, only by metadata.name.`
      invalid(answer, here.child('key'), message, 'invalid-selector', { kind: 'set', value: 'metadata.name' })
    } else
      for (const [at, value] of textsAt(item, 'values').entries())
        named(answer, here.child('values').index(at), 'The name of a node', value, subdomainProblem)
  }
}

/** What to use instead of old labels of nodes: another label, or as a sentence. Source: `GetNodeLabelDeprecatedMessage`. */
const replacements: ReadonlyMap<string, { readonly label: string } | { readonly text: string }> = new Map([
  ['beta.kubernetes.io/arch', { label: 'kubernetes.io/arch' }],
  ['beta.kubernetes.io/os', { label: 'kubernetes.io/os' }],
  ['failure-domain.beta.kubernetes.io/region', { label: 'topology.kubernetes.io/region' }],
  ['failure-domain.beta.kubernetes.io/zone', { label: 'topology.kubernetes.io/zone' }],
  ['beta.kubernetes.io/instance-type', { label: 'node.kubernetes.io/instance-type' }],
  ['app.kubernetes.io/created-by', { text: 'Nothing replaces it' }],
  ['scheduler.alpha.kubernetes.io/preferAvoidPods', { text: 'Use taints and tolerations' }],
  ['node-role.kubernetes.io/master', { label: 'node-role.kubernetes.io/control-plane' }],
])

/** Warns of a label of nodes that is deprecated. `place`: of the label’s name, which is a key of a map or a value. */
export function warnOfNodeLabel(label: string, place: Place, answer: Answer): void {
  const found = replacements.get(label)
  if (!found) return
  const advice = 'label' in found ? `Use ${found.label}` : found.text
  const hint = 'label' in found ? ({ kind: 'set', value: found.label } as const) : undefined
  answer.warn('deprecated', place, `The node label ${label} is deprecated. ${advice}.`, hint)
}

/** `place`: of the selector. Source: `GetWarningsForNodeSelector`. */
export function warnOfNodeSelector(selector: JsonObject, place: Place, answer: Answer): void {
  for (const [index, term] of listAt(selector, 'nodeSelectorTerms').entries())
    warnOfTerm(term, place.child('nodeSelectorTerms').index(index), answer)
}

/** `place`: of the term. Source: `GetWarningsForNodeSelectorTerm`. */
export function warnOfTerm(term: Json, place: Place, answer: Answer): void {
  for (const [here, item] of labelsOfTerm(term, place))
    warnOfNodeLabel(textAt(item, 'key'), here.child('key'), answer)
}
