import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { Relations } from '../../engine/objects/relations'
import { legalName } from '../../kubernetes/legalName'
import { oldLabelProblem, subdomainProblem } from '../../kubernetes/names'

/** How long a name can be, what is wrong with one, and what goes before one that can be none otherwise. */
type Form = {
  readonly most: number
  readonly problem: (name: string) => string | undefined
  readonly prefix: string
}

const subdomain: Form = { most: 253, problem: subdomainProblem, prefix: '' }

/** Services of all versions: they begin with a letter. */
const service: Form = { most: 63, problem: oldLabelProblem, prefix: 'svc-' }

const formOf = (kind: string): Form => (kind === 'Service' ? service : subdomain)

/**
 * A name for a new object of a kind that is legal and that no other one has in the namespace: the wanted one, else the
 * closest, or with a number: `web-2`. `ending`: what the name ends with in any case, but for the number. Undefined when
 * nothing of the wanted one can be in a name.
 */
export function freeName(
  wanted: string,
  kind: string,
  { namespace }: Pick<KubernetesObject, 'namespace'>,
  relations: Relations,
  ending = '',
): string | undefined {
  const form = formOf(kind)
  const legal = closestLegal(wanted, form)
  if (legal === undefined) return undefined
  const base = withEnding(legal, ending, form.most)
  let name = base
  for (let count = 2; relations.named(namespace, name).some((other) => other.kind === kind); count++)
    name = withEnding(base, `-${count}`, form.most)
  return name
}

/** The name is cut where the whole would be too long. */
const withEnding = (name: string, ending: string, most: number): string =>
  name.length + ending.length <= most
    ? name + ending
    : name.slice(0, most - ending.length).replace(/[-.]$/, '') + ending

function closestLegal(name: string, { problem, prefix }: Form): string | undefined {
  const legal = (text: string) => (problem(text) === undefined ? text : legalName(text, problem))
  return legal(name) ?? (prefix && /[A-Za-z0-9]/.test(name) ? legal(prefix + name) : undefined)
}
