import type { Json } from '../../engine/model/json'
import type { Answer } from '../answer'
import { has } from '../read'

/** Volumes of images were dropped with their mounts before 1.35. Source: api/pod, `dropImageVolumes`. */
export const isDropped = (volume: Json, answer: Answer): boolean => has(volume, 'image') && !answer.isFrom(35)
