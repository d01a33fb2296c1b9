import type { ObjectReport } from '../engine/model/report'

/** An object in a heading or a list: `Deployment web in shop`. */
export const objectName = ({
  kind,
  name,
  namespace,
}: Pick<ObjectReport, 'kind' | 'name' | 'namespace'>): string =>
  `${kind} ${name || 'without a name'}${namespace === '' ? '' : ` in ${namespace}`}`
