import type { LocatedContainer, PodBearer } from '../../engine/objects/readObjects'
import { knownImage, type KnownImage } from './images'

/**
 * What is known of the image whose own program a container runs. Undefined where a Job or an init container has a command:
 * then the image often only brings a tool, such as `pg_dump`.
 */
export function programOf(
  object: PodBearer,
  { container, title }: Pick<LocatedContainer, 'container' | 'title'>,
): KnownImage | undefined {
  const isTask = ['Job', 'CronJob'].includes(object.kind) || title.startsWith('Init container')
  return isTask && container.command ? undefined : knownImage(container.image ?? '')
}
