import { expect, test } from './test'
import { playground } from './playground'

const flowSchema = `apiVersion: flowcontrol.apiserver.k8s.io/v1beta2
kind: FlowSchema
metadata:
  name: health
spec:
  priorityLevelConfiguration:
    name: exempt
`

test('a typo in a field name is refused at its place, with a suggestion', async ({ page }) => {
  const { report, finding, caret, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: b\nspec:\n  container: []',
  )
  const typo = finding('Pod b has an unknown field spec.container; did you mean containers?')
  await expect(typo).toBeVisible()
  await expect(
    report.getByText('2 resources in 1 file: 1 valid, 1 invalid, 0 errors, 0 skipped'),
  ).toBeVisible()
  await typo.getByRole('button').first().click()
  await expect(caret).toHaveText('Line 11, column 12')
})

test.describe('once everything is loaded', () => {
  test.use({ loadsAhead: true })

  test('the chosen version decides what is served, also without a network', async ({ page }) => {
    const { report, finding, open, editorReady, everythingLoaded, paste } = playground(page)
    await open()
    await editorReady()
    await everythingLoaded()
    await page.context().setOffline(true)
    await paste(flowSchema)
    const version = page.getByRole('combobox', { name: 'Kubernetes version' })
    await version.selectOption('1.28')
    await expect(report.getByText('A cluster running 1.28 would accept this object.')).toBeVisible()
    await version.selectOption('1.29')
    const gone = finding(
      'Kubernetes 1.29 does not serve FlowSchema in flowcontrol.apiserver.k8s.io/v1beta2: it was removed in 1.29',
    )
    await expect(gone).toBeVisible()
    await gone.getByRole('button', { expanded: false }).click()
    await expect(gone.getByText('Use flowcontrol.apiserver.k8s.io/v1.')).toBeVisible()
  })
})

test('what was removed from Kubernetes long ago is refused', async ({ page }) => {
  const { finding, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(
    'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: {name: a}\n---\napiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: b}',
  )
  await expect(
    finding('does not serve PodDisruptionBudget in policy/v1beta1: it was removed in 1.25'),
  ).toBeVisible()
  await expect(finding('does not serve Ingress in extensions/v1beta1: it was removed in 1.22')).toBeVisible()
})
