import { expect, test } from '@playwright/test'
import { settings as allSettings } from '../src/engine/model/settings'
import { playground } from './playground'

const autoscaled = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  minReplicas: 2
  maxReplicas: 4
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
`

test('every setting has its control, with a help text', async ({ page }) => {
  const { open, settings } = playground(page)
  await open()
  const panel = await settings()
  for (const { label, help } of allSettings) {
    await expect(panel.getByText(label).first()).toBeVisible()
    await expect(panel.getByText(help).first()).toBeAttached()
  }
})

test('the optional checks can be enabled, and others disabled', async ({ page }) => {
  const { report, finding, open, settings } = playground(page)
  await open()
  const panel = await settings()
  await panel.getByText(/^Optional checks/).click()
  const optional = panel.getByRole('list', { name: 'Optional checks' }).getByRole('checkbox')
  await expect(optional).toHaveCount(6)
  await panel
    .getByRole('checkbox', { name: /container-seccomp-profile/ })
    .first()
    .check()
  await expect(finding('has no seccomp profile')).toBeVisible()
  await expect(panel.getByText('1 of 6')).toBeVisible()

  await panel.getByText(/^Disabled checks/).click()
  await panel
    .getByRole('list', { name: 'Disabled checks' })
    .getByRole('checkbox', { name: /container-seccomp-profile/ })
    .check()
  await expect(finding('has no seccomp profile')).toHaveCount(0)
  await expect(report.getByText('1 ignored')).toHaveCount(0)
})

test('limits and numbers of replicas can be changed', async ({ page }) => {
  const { finding, open, editorReady, settings, paste } = playground(page)
  await open()
  await editorReady()
  const panel = await settings()
  await panel.getByRole('checkbox', { name: /^Require CPU limits/ }).uncheck()
  await expect(finding('has no CPU limit')).toHaveCount(0)
  await expect(finding('has no memory limit')).toBeVisible()
  await panel.getByRole('checkbox', { name: /^Require memory limits/ }).uncheck()
  await expect(finding('has no memory limit')).toHaveCount(0)
  await panel.getByRole('spinbutton', { name: 'Minimum replicas of a Deployment' }).fill('1')
  await expect(finding('has 1 replica')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await paste(autoscaled)
  await expect(finding('minReplicas')).toHaveCount(0)
  await settings()
  const least = panel.getByRole('spinbutton', { name: 'Minimum replicas of a HorizontalPodAutoscaler' })
  await least.fill('3')
  await expect(finding(/HorizontalPodAutoscaler web/).first()).toBeVisible()
  await least.fill('')
  await least.blur()
  await expect(least).toHaveValue('3')
})

test('annotations count only as long as the settings say so', async ({ page }) => {
  const { finding, open, editorReady, settings, paste } = playground(page)
  await open()
  await editorReady()
  await paste(`apiVersion: v1
kind: Service
metadata:
  name: open
  annotations: { kube-score/ignore: service-type }
spec: { type: NodePort, selector: { app: a }, ports: [{ port: 80 }] }
`)
  await expect(finding('NodePort')).toHaveCount(0)
  const panel = await settings()
  await panel.getByRole('checkbox', { name: /^Follow kube-score\/ignore/ }).uncheck()
  await expect(finding('NodePort')).toBeVisible()
})
