import type { Fix } from '../../engine/findings/check'
import type { Proposal } from '../../engine/findings/remedy'
import type { Path } from '../../engine/model/path'
import type { IntOrString, Probe } from '../../kubernetes/objects'
import { setField } from '../facts/setField'

/** The liveness probe, and its path. */
type LivenessProbe = { readonly at: Path; readonly probe: Probe }

type HttpGet = NonNullable<Probe['httpGet']>

const livenessPath = '/livez'

/** No liveness probe, or one that checks less than readiness does. */
const fix: Fix<'pod', LivenessProbe> = ({ data: { at, probe } }) => {
  const { httpGet } = probe
  const removal: Proposal = {
    title: 'Remove the liveness probe',
    safety: 'review',
    note: 'A process that hangs is then not restarted any more; one that exits still is.',
    changes: [{ kind: 'remove', path: at }],
  }
  if (!httpGet) return { fixes: [removal] }
  const otherPath = setField(
    `Use ${livenessPath} for the liveness probe`,
    [...at, 'httpGet', 'path'],
    livenessPath,
    'The path is a placeholder: the app has to answer there without calling other services.',
  )
  const tcp = httpGet.port === undefined ? [] : [useTcp(at, httpGet, httpGet.port)]
  return { fixes: [removal, ...tcp, ...(httpGet.path === livenessPath ? [] : [otherPath])] }
}

export default fix

const useTcp = (at: Path, { host }: HttpGet & { readonly host?: string }, port: IntOrString): Proposal => ({
  title: 'Use a TCP check for the liveness probe',
  safety: 'review',
  note: 'An app can accept connections and still answer nothing. Check that this is enough.',
  changes: [
    { kind: 'remove', path: [...at, 'httpGet'] },
    { kind: 'set', path: [...at, 'tcpSocket'], value: { port, ...(host !== undefined && { host }) } },
  ],
})
