import type { Mended, Proposal } from '../../engine/findings/check'
import type { IntOrString, Probe } from '../../kubernetes/objects'
import { setField } from '../facts/setField'
import type { Path } from '../../engine/model/path'

type HttpGet = NonNullable<Probe['httpGet']>

/** No liveness probe, or one that asks less than readiness does. */
export function otherProbes(path: Path, { httpGet }: Probe): Mended {
  const removal: Proposal = {
    title: 'Remove liveness probe',
    safety: 'review',
    note: 'A process that hangs without ending is then not restarted; one that ends still is.',
    changes: [{ kind: 'remove', path }],
  }
  if (!httpGet) return { fixes: [removal] }
  const other = setField(
    `Ask ${livenessPath} for liveness`,
    [...path, 'httpGet', 'path'],
    livenessPath,
    'The path is a placeholder: the program has to answer there, without asking others.',
  )
  const connection = httpGet.port === undefined ? [] : [connecting(path, httpGet, httpGet.port)]
  return { fixes: [removal, ...connection, ...(httpGet.path === livenessPath ? [] : [other])] }
}

const connecting = (
  path: Path,
  { host }: HttpGet & { readonly host?: string },
  port: IntOrString,
): Proposal => ({
  title: 'Let the liveness probe only connect',
  safety: 'review',
  note: 'A program may take connections and answer nothing any more: look whether that is enough.',
  changes: [
    { kind: 'remove', path: [...path, 'httpGet'] },
    { kind: 'set', path: [...path, 'tcpSocket'], value: { port, ...(host !== undefined && { host }) } },
  ],
})

const livenessPath = '/livez'
