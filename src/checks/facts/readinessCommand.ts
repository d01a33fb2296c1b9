import type { Container, IntOrString } from '../../kubernetes/pods'
import { programName } from './imageReference'

/** What an image has to ask its server whether it can work. `port`: where it asks by default. */
type ReadinessCommand = { readonly command: readonly string[]; readonly port: number }

/** By program. */
const commands: ReadonlyMap<string, ReadinessCommand> = new Map([
  ['redis', { command: ['redis-cli', 'ping'], port: 6379 }],
  ['postgres', { command: ['pg_isready'], port: 5432 }],
])

/** The command of a well-known image that tells whether its server on a port is ready. */
export function readinessCommand(
  { image = '' }: Container,
  port: IntOrString,
): readonly string[] | undefined {
  const known = commands.get(programName(image))
  return known?.port === port ? known.command : undefined
}
