/**
 * The tag of an image as kube-score reads it: whatever follows the last colon, so also the rest of `registry:5000/app`
 * and the hash of a digest. Empty without any colon.
 */
export const imageTag = (image = ''): string => {
  const colon = image.lastIndexOf(':')
  return colon < 0 ? '' : image.slice(colon + 1)
}

/** An image without its tag and digest: a colon before the last slash belongs to the port of the registry. */
export const repository = (image: string): string => /^(?:[^@]*\/)?[^@:/]*/.exec(image)?.[0] ?? ''

/** The last part of an image’s name, which is mostly that of its program: `postgres`. */
export const programName = (image: string): string => repository(image).toLowerCase().split('/').at(-1) ?? ''

/** Whether the same tag can point to another build tomorrow. */
export const isFloating = (tag: string): boolean => tag === '' || tag === 'latest'
