/** Resolves when what was changed last is on the screen; not before the page is seen at all. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
