import type { Kind } from '../kind'
import { autoscalers } from './autoscaler'
import { disruptionBudget } from './disruptionBudget'

export const kinds: readonly Kind[] = [...autoscalers, disruptionBudget]
