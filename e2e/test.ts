import { test as base } from '@playwright/test'

export * from '@playwright/test'

type Options = {
  /**
   * Whether the page loads everything that it may need later, some three hundred files, as soon as it is idle. Without, it
   * is told to save data, as browsers on a metered network do, and loads each part when that is used: half of the work of
   * most tests.
   */
  readonly loadsAhead: boolean
}

export const test = base.extend<Options>({
  loadsAhead: [false, { option: true }],
  context: async ({ context, loadsAhead }, use) => {
    if (!loadsAhead) await context.addInitScript(saveData)
    await use(context)
  },
})

/** Runs in every page before anything else. */
const saveData = (): void => {
  if ('connection' in navigator) Object.defineProperty(navigator.connection, 'saveData', { value: true })
}
