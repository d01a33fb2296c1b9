import type { Remedy } from '../../../engine/findings/remedy'

/** Why there is no fix for a Pod without containers. */
export const noContainersRemedy: Remedy = {
  unfixable:
    'Only you know what it should run. Add a container with a name and an image, or delete the object.',
}
