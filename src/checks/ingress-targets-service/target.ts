import type { Path } from '../../engine/model/path'
import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { Service } from '../../kubernetes/objects'

/** The Service and port of a backend, in either form; `fields`: paths of the name and the port inside the backend. */
export type BackendTarget = {
  readonly name: string
  readonly portName: string
  readonly portNumber: number
  readonly fields: { readonly name: Path; readonly port: Path }
  /** Path of the port as a whole; before `v1` it is a single value. */
  readonly port: Path
}

/** A port without a name equals a backend without one, whatever the numbers: kube-score compares them so. */
export const hasPort = (
  { data }: KubernetesObject<Service>,
  { portName, portNumber }: BackendTarget,
): boolean =>
  (data.spec?.ports ?? []).some(
    ({ port, name = '' }) => (portNumber > 0 && port === portNumber) || name === portName,
  )
