import type { ObjectReport } from '../engine/model/report'
import type { Row } from '../engine/report/rows'

/** A row as text to paste elsewhere: a line for each finding, with the object, the message and the rule. */
export const pastedRow = ({ findings }: Row, objects: ReadonlyMap<string, ObjectReport>): string =>
  findings
    .map(({ object, message, rule, severity }) => {
      const { kind, name } = (object === undefined ? undefined : objects.get(object)) ?? {}
      return `${kind === undefined ? '' : `${kind} ${name}: `}${message} (${severity}, ${rule})`
    })
    .join('\n')
