import { visible } from '../visible'
import type { Reporting } from '../reporting'
import { resourcesOf, type Resource } from './resources'

/** Source: kubeconform’s `-output tap`. It lists everything, always. */
export function writeTap(reporting: Reporting): string {
  const resources = resourcesOf(reporting)
  const lines = resources.map((resource, index) => lineOf(resource, index + 1))
  const head = lines.length > 0 ? ['TAP version 13'] : []
  return [...head, ...lines, `1..${lines.length}`].map((line) => `${line}\n`).join('')
}

function lineOf({ file, kind, apiVersion, namespace, name, status, message }: Resource, id: number): string {
  const path = plain(file)
  if (status === 'empty') return `ok ${id} - ${path} (empty)`
  if (status === 'error') return `not ok ${id} - ${path}: ${plain(message)}`
  const line = `${id} - ${path} (${plain([apiVersion, kind, namespace, name].join('/'))})`
  if (status === 'invalid') return `not ok ${line}: ${plain(message)}`
  return `ok ${line}${status === 'skipped' ? ' # skip' : ''}`
}

/** A number sign would begin a directive: `# TODO` in a name would make a failure one that counts as a pass. */
const plain = (text: string): string => visible(text).replace(/[\\#]/g, String.raw`\$&`)
