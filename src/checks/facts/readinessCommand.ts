import type { Container, IntOrString } from '../../kubernetes/pods'
import { repository } from './imageReference'

/** What an image has to ask its server whether it can work. `port`: where it asks by default. */
type ReadinessCommand = { readonly image: RegExp; readonly command: readonly string[]; readonly port: number }

const commands: readonly ReadinessCommand[] = [
  { image: /(?:^|\/)redis$/, command: ['redis-cli', 'ping'], port: 6379 },
  { image: /(?:^|\/)postgres$/, command: ['pg_isready'], port: 5432 },
]

/** The command of a well-known image that tells whether its server on a port is ready. */
export const readinessCommand = (
  { image = '' }: Container,
  port: IntOrString,
): readonly string[] | undefined =>
  commands.find((known) => known.port === port && known.image.test(repository(image)))?.command
