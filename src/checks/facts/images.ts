import { programName, repository } from './imageReference'
import { bitnami, imageTable, type ImageFacts } from './imageTable'

export type KnownImage = Omit<ImageFacts, 'alpineUser' | 'alpineGroup'> & {
  /** The last part of its name: `postgres`. */
  readonly program: string
}

/**
 * What is known of an image, by the last part of its name: a copy in a registry of one’s own counts too. Undefined for any
 * other image.
 */
export function knownImage(image: string): KnownImage | undefined {
  const parts = repository(image).toLowerCase().split('/')
  const program = programName(image)
  const tag = image.slice(repository(image).length)
  if (parts.includes('bitnami') || parts.includes('bitnamilegacy')) return { ...bitnami, program }
  if (parts.includes('distroless')) return { ...imageTable['distroless'], program }
  if (program === 'php') return { ...php(tag), program }
  if (!Object.hasOwn(imageTable, program)) return undefined
  const { alpineUser, alpineGroup, ...facts } = imageTable[program] ?? {}
  if (!tag.includes('alpine')) return { ...facts, program }
  return {
    ...facts,
    ...(alpineUser !== undefined && { user: alpineUser }),
    ...(alpineGroup !== undefined && { group: alpineGroup }),
    program,
  }
}

/** The tag says which of the images of PHP it is: with Apache or FPM it starts as root, as a tool it runs as any user. */
function php(tag: string): ImageFacts {
  if (tag.includes('apache')) return { ...imageTable['drupal'] }
  if (!tag.includes('fpm')) return { anyUser: true }
  const id = tag.includes('alpine') ? 82 : 33
  return { user: id, group: id, root: 'start workers as a user of their own', writes: ['/tmp'] }
}
