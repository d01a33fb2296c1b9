import { leaveEditor } from '../store/actions'

type FocusWatch = {
  readonly hasLeft: () => void
  readonly isBack: () => void
  readonly stop: () => void
}

/**
 * Tells the store when the focus has left the editor. A press of the pointer that takes it is completed first, so that
 * nothing moves away from under it.
 */
export const watchFocus = (): FocusWatch => {
  let isPressed = false
  let isAway = false
  const leave = (): void => void setTimeout(() => isAway && !isPressed && leaveEditor())
  const press = (): void => void (isPressed = true)
  const release = (): void => {
    isPressed = false
    // The click comes after it.
    if (isAway) leave()
  }
  addEventListener('pointerdown', press, true)
  addEventListener('pointerup', release, true)
  addEventListener('pointercancel', release, true)
  return {
    hasLeft: () => {
      isAway = true
      leave()
    },
    isBack: () => void (isAway = false),
    stop: () => {
      removeEventListener('pointerdown', press, true)
      removeEventListener('pointerup', release, true)
      removeEventListener('pointercancel', release, true)
    },
  }
}
