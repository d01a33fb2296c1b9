import { goJsonText } from '../goJsonText'
import type { Reporting, WriteOptions } from '../reporting'
import { countResources, resourcesOf, type Status } from './resources'

/**
 * Source: kubeconform’s `-output json`, with `-verbose` for a verbosity of 1 or more. What a terminal may obey, or a browser, is
 * escaped.
 */
export function writeJson(reporting: Reporting, { verbosity, summary }: WriteOptions): string {
  const resources = resourcesOf(reporting)
  const listed = resources.filter(({ status }) => verbosity > 0 || status === 'invalid' || status === 'error')
  const { valid, invalid, errors, skipped } = countResources(resources)
  const output = {
    resources: listed.map(({ file, kind, name, apiVersion, status, message, errors: all }) => ({
      filename: file,
      kind,
      name,
      version: apiVersion,
      status: statuses[status],
      msg: message,
      ...(all.length > 0 && {
        validationErrors: all.map((error) => ({ path: error.path, msg: error.message })),
      }),
    })),
    ...(summary && { summary: { valid, invalid, errors, skipped } }),
  }
  return goJsonText(output, 2)
}

const statuses: Readonly<Record<Status, string>> = {
  valid: 'statusValid',
  invalid: 'statusInvalid',
  error: 'statusError',
  skipped: 'statusSkipped',
  empty: '',
}
