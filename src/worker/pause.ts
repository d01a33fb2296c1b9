/** Lets messages that have arrived be handled first. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
