import type { KubernetesObject } from '../../engine/objects/readObjects'
import type { Service } from '../../kubernetes/objects'
import type { Path } from '../../engine/model/path'

/** A backend as both forms mean it; `fields` are the keys of its name and port. */
export type Target = {
  readonly name: string
  readonly portName: string
  readonly portNumber: number
  readonly fields: { readonly name: Path; readonly port: Path }
  /** The keys of the port as a whole, in the form before `v1` a single value. */
  readonly port: Path
}

/** A port without a name equals a backend without one, whatever the numbers: kube-score compares them so. */
export const hasPort = ({ data }: KubernetesObject<Service>, { portName, portNumber }: Target): boolean =>
  (data.spec?.ports ?? []).some(
    ({ port, name = '' }) => (portNumber > 0 && port === portNumber) || name === portName,
  )
