import type { PodBearer } from '../../engine/objects/readObjects'

/** A Service as a host name names it: `name.namespace`, with or without `.svc…`. */
export type ServiceHost = { readonly name: string; readonly namespace: string }

/**
 * What could be Services of other namespaces in the values, commands and arguments of containers. Many host names look
 * the same, so only those that are in the text are Services.
 */
export const hostsNamedBy = ({ pod }: PodBearer): readonly ServiceHost[] =>
  pod.containers
    .flatMap(({ container: { env = [], command = [], args = [] } }) => [
      ...env.flatMap(({ value }) => value ?? []),
      ...command,
      ...args,
    ])
    .flatMap(hostsIn)

/** `db-0.db.shop.svc.cluster.local` is the Service db, and one of its Pods. */
export function hostsIn(text: string): readonly ServiceHost[] {
  if (!text.includes('.')) return []
  return text
    .toLowerCase()
    .split(/[^a-z0-9.-]/)
    .flatMap((host) => {
      const [first = '', second = '', third, fourth] = host.split('.', 5)
      const isEnd = (part: string | undefined) => part === undefined || part === '' || part === 'svc'
      return [
        ...(isEnd(third) ? [{ name: first, namespace: second }] : []),
        ...(third && third !== 'svc' && isEnd(fourth) ? [{ name: second, namespace: third }] : []),
      ]
    })
    .filter(({ name, namespace }) => name !== '' && namespace !== '')
}
