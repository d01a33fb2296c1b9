import { readdirSync } from 'node:fs'
import { expect, test, type Page } from './test'
import { seriousProblems } from './accessibility'
import { playground } from './playground'

/** Every rule has a page. */
const ruleCount = readdirSync('src', { recursive: true }).filter((name) =>
  String(name).endsWith('docs.md'),
).length

const gallery = (page: Page) => {
  const search = page.getByRole('searchbox', { name: 'Search the rules' })
  const rules = page.locator('.gallery-rule')
  return {
    search,
    rules,
    status: page.getByText(new RegExp(`^(?:Showing \\d+ of ${ruleCount}|${ruleCount}) rules$`)),
    clear: page.getByRole('button', { name: 'Clear search and filters' }),
    filter: (label: string) => page.getByRole('combobox', { name: label, exact: true }),
    rule: (title: string) =>
      rules.filter({ has: page.getByRole('heading', { name: title, exact: true, level: 4 }) }),
    open: async (): Promise<void> => {
      await page.goto('./#/checks')
      await expect(rules).toHaveCount(ruleCount)
    },
  }
}

test('lists every rule with its facts, by topic', async ({ page }) => {
  const { open, rule, status } = gallery(page)
  await open()
  await expect(status).toHaveText(`${ruleCount} rules`)
  for (const topic of ['Reliability', 'Security', 'Efficiency', 'Networking', 'Validity'])
    await expect(page.getByRole('region', { name: topic })).toBeVisible()
  const tag = rule('Container image tag')
  await expect(tag).toContainText('Critical')
  await expect(tag).toContainText('The tag in image names a version of the image')
  await expect(tag.getByRole('listitem')).toHaveText([
    'kube-score',
    'On by default',
    'Has a fix',
    'Pods and their controllers',
  ])
  await expect(rule('YAML syntax').getByRole('listitem')).toHaveText([
    'YAML and JSON',
    'Always on',
    'Has a fix',
    'The text itself',
  ])
  await expect(rule('Unrendered template').getByText('No fix')).toBeVisible()
  await expect(rule('YAML syntax').getByRole('switch')).toHaveCount(0)
})

test('the search finds while one types, and says when nothing is found', async ({ page }) => {
  const { open, search, rules, rule, status, clear } = gallery(page)
  await open()
  await search.fill('floating latest')
  await expect(rule('Container image tag')).toBeVisible()
  await expect(status).toHaveText(new RegExp(`^Showing \\d of ${ruleCount} rules$`))
  await search.fill('floating nonsense')
  await expect(rules).toHaveCount(0)
  await expect(page.getByText('No rule contains every word of “floating nonsense”.')).toBeVisible()
  await clear.click()
  await expect(rules).toHaveCount(ruleCount)
  await expect(search).toHaveValue('')
})

test('messages about the own text are found, and lead to the report', async ({ page }) => {
  const { open, search, rule } = gallery(page)
  const { report, findings } = playground(page)
  await open()
  await search.fill('1 replica')
  const places = rule('Deployment replicas').getByRole('button', { name: /^1 place in your text/ })
  await places.click()
  await expect(page).toHaveURL(/\/#?$/)
  await expect(report.getByRole('searchbox', { name: 'Filter findings' })).toHaveValue('deployment-replicas')
  await expect(findings).toHaveCount(1)
  await page.goBack()
  await expect(search).toHaveValue('1 replica')
})

test('every fact can be filtered by', async ({ page }) => {
  const { open, filter, rule, rules, status, clear } = gallery(page)
  await open()
  for (const [label, choice, shown, hidden] of [
    ['Topic', 'Security', 'Container security context privileged', 'Deployment replicas'],
    ['Kind', 'CronJob', 'CronJob has deadline', 'Service type'],
    ['Severity', 'Refused', 'YAML syntax', 'Container image tag'],
    ['Source', 'API server', 'Invalid selector', 'Container image tag'],
    ['Fix', 'Without a fix', 'Rejected kind', 'Container image tag'],
    ['Default', 'Optional', 'Container seccomp profile', 'Container image tag'],
  ] as const)
    await test.step(`${label}: ${choice}`, async () => {
      await filter(label).selectOption(choice)
      await expect(rule(shown)).toBeVisible()
      await expect(rule(hidden)).toHaveCount(0)
      await expect(status).toHaveText(new RegExp(`^Showing ${await rules.count()} of \\d+ rules$`))
      await clear.click()
      await expect(rule(hidden)).toBeVisible()
      await expect(filter(label)).toHaveValue('')
    })
})

test('filters combine, and stay while one visits a page', async ({ page }) => {
  const { open, search, filter, rules, rule } = gallery(page)
  await open()
  await filter('Topic').selectOption('Security')
  await filter('Default').selectOption('Optional')
  await search.fill('seccomp')
  await expect(rules).toHaveCount(1)
  await rule('Container seccomp profile').getByRole('link', { name: 'Container seccomp profile' }).click()
  await expect(page).toHaveURL(/#\/checks\/container-seccomp-profile$/)
  await expect(rules).toHaveCount(0)
  await page.goBack()
  await expect(rules).toHaveCount(1)
  await expect(search).toHaveValue('seccomp')
  await expect(filter('Topic')).toHaveValue('secure')
  await expect(filter('Default')).toHaveValue('optional')
})

test('a switch changes the settings, and the report follows', async ({ page }) => {
  const { open, rule } = gallery(page)
  const { score, finding, settings } = playground(page)
  await page.goto('./')
  await expect(score).toBeVisible()
  const before = await score.innerText()
  await open()
  await expect(page.getByText(`Score of your text: ${before}`)).toBeVisible()
  const resources = rule('Container resources')
  const toggle = resources.getByRole('switch', { name: 'Container resources' })
  await expect(toggle).toBeChecked()
  await toggle.uncheck()
  await expect(resources).toContainText('Not run')
  await expect(page.getByText(`Score of your text: ${before}`)).toHaveCount(0)
  const optional = rule('Container seccomp profile').getByRole('switch')
  await expect(optional).not.toBeChecked()
  await optional.check()
  await expect(rule('Container seccomp profile')).toContainText('1 place')

  await page.goto('./#')
  await expect(finding('No seccomp profile')).toBeVisible()
  await expect(finding('No resource requests or limits')).toHaveCount(0)
  await expect(score).not.toHaveText(before)
  const panel = await settings()
  await expect(panel.getByText('39 checks: 33 on, 6 off')).toBeVisible()
  await expect(panel.getByRole('combobox', { name: 'Container resources' })).toHaveValue('off')
  await expect(panel.getByRole('combobox', { name: 'Container seccomp profile' })).toHaveValue('on')
})

test('an ignored check says so', async ({ page }) => {
  const { open, rule } = gallery(page)
  const { open: openPlayground, settings } = playground(page)
  await openPlayground()
  const panel = await settings()
  await panel.getByRole('combobox', { name: 'Deployment replicas' }).selectOption('ignored')
  await open()
  await expect(rule('Deployment replicas')).toContainText('Ignored by the settings')
  await expect(rule('Deployment replicas')).toContainText('1 ignored')
  await expect(rule('Deployment replicas').getByRole('switch')).toBeChecked()
})

test('everything can be reached and used with the keyboard', async ({ page }) => {
  const { open, search, filter, rules, rule, clear } = gallery(page)
  await open()
  await search.focus()
  await page.keyboard.type('service type')
  for (const label of ['Topic', 'Kind', 'Severity', 'Source', 'Fix', 'Default']) {
    await page.keyboard.press('Tab')
    await expect(filter(label)).toBeFocused()
  }
  await page.keyboard.press('Tab')
  await expect(clear).toBeFocused()
  await search.focus()
  await page.keyboard.press('Escape')
  await expect(search).toHaveValue('')
  await expect(rules).toHaveCount(ruleCount)

  const entry = rule('Service type')
  await entry.getByRole('link').focus()
  await page.keyboard.press('Tab')
  await expect(entry.getByRole('switch')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(entry.getByRole('switch')).not.toBeChecked()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/checks\/service-type$/)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`has no serious accessibility problem (${colorScheme})`, async ({ page }) => {
    const { open, rule, filter } = gallery(page)
    await page.emulateMedia({ colorScheme })
    await open()
    await rule('Service type').getByRole('switch').uncheck()
    await expect(rule('Service type')).toContainText('Not run')
    expect(await seriousProblems(page)).toEqual([])
    await filter('Topic').selectOption('Security')
    expect(await seriousProblems(page)).toEqual([])
  })

test('is a list for a thumb on a narrow screen', async ({ page }) => {
  const { open, search, filter, rule } = gallery(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await open()
  const entry = rule('Deployment pod selector labels match template metadata labels')
  const targets = [
    search,
    filter('Kind'),
    entry.getByRole('link'),
    entry.locator('label'),
    rule('Deployment replicas').getByRole('button', { name: /^1 place/ }),
  ]
  for (const target of targets) expect((await target.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(40)
  for (const part of [search, filter('Kind'), entry]) {
    const box = await part.boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
  }
  await filter('Topic').selectOption('Security')
  expect(await seriousProblems(page)).toEqual([])
})

test('what could not be loaded is loaded again at the press of a button', async ({ page }) => {
  const { rules } = gallery(page)
  await page.route('**/assets/replies-*.js', (route) => route.abort())
  await page.goto('./#/checks')
  await expect(page.getByText('The list of checks could not be loaded.')).toBeVisible()
  await page.unroute('**/assets/replies-*.js')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(rules).toHaveCount(ruleCount)
})
