import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What axe calls serious or critical, and headings that skip a level: the rule, and where it is broken. `within`: a
 * selector of the part to look at.
 * The page has no frames, so axe need not open a page of its own to join what it found in each (the legacy mode), and
 * nobody reads where a rule is kept.
 */
export const seriousProblems = async (
  page: Page,
  within = ':root',
): Promise<readonly (readonly string[])[]> => {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .analyze()
  return violations
    .filter(({ id, impact }) => id === 'heading-order' || impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])
}
