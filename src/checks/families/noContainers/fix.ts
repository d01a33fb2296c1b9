import type { Mended } from '../../../engine/findings/check'

/** Why nothing can be done about a pod that runs nothing. */
export const nothingRuns = (): Mended => ({
  unfixable:
    'Only you know what it should run: add a container with a name and an image, or delete the object.',
})
