import { expect, test } from './test'
import { playground } from './playground'

test('what an object is related to is listed with links, there and back', async ({ page }) => {
  const { open, editorReady, row, report, caret, paste } = playground(page)
  await open()
  await editorReady()
  await paste(`apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  selector: {matchLabels: {app: shop}}
  template:
    metadata: {labels: {app: shop}}
    spec:
      containers:
        - name: shop
          image: shop:1
          envFrom:
            - secretRef: {name: db-password}
---
apiVersion: v1
kind: Service
metadata:
  name: front
spec:
  selector: {app: shop}
  ports: [{port: 80}]
`)
  const group = (name: string) =>
    report.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })
  const related = async (name: string) => {
    const toggle = row(name).getByRole('button')
    if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click()
    const line = group(name).getByRole('button', { name: 'Related objects' })
    if ((await line.getAttribute('aria-expanded')) === 'false') await line.click()
    return group(name).locator('dl').filter({ hasText: 'Select' })
  }
  const service = await related('Service front')
  await expect(service).toContainText(/Selects\s*Deployment shop line 4/)
  await service.getByRole('button', { name: 'line 4' }).click()
  await expect(caret).toHaveText(/^Line 4, /)
  const deployment = await related('Deployment shop')
  await expect(deployment).toContainText(/Selected by\s*Service front line 19/)
  await expect(deployment).toContainText(/Reads env from\s*Secret db-password not in this text/)
  await deployment.getByRole('button', { name: 'line 19' }).click()
  await expect(caret).toHaveText(/^Line 19, /)
})
