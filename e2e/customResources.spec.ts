import { expect, test } from './test'
import { defaultSettings } from '../src/engine/model/settings'
import { playground } from './playground'

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  names: {kind: Widget, plural: widgets}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [size]
              properties:
                size:
                  type: integer
                  maximum: 10
                colour:
                  type: string
                  pattern: ^[a-z]+$
`

const widget = (spec: string, version = 'v1'): string =>
  `apiVersion: example.com/${version}\nkind: Widget\nmetadata:\n  name: one\nspec:\n${spec}`

test('a definition in the text is the schema of its resources, and its change counts at once', async ({
  page,
}) => {
  const { report, finding, findings, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(`${definition}---\n${widget('  size: 12\n  color: red')}`)
  await expect(finding('spec.size must be 10 or less, but is 12')).toBeVisible()
  await expect(finding('Widget one has an unknown field spec.color; did you mean colour?')).toBeVisible()
  await expect(
    report.getByText('2 resources in 1 file: 1 valid, 1 invalid, 0 errors, 0 skipped'),
  ).toBeVisible()

  await paste(
    `${definition.replace('maximum: 10', 'maximum: 20')}---\n${widget('  size: 12\n  colour: Red')}`,
  )
  await expect(finding('spec.colour must be text that matches ^[a-z]+$, but is Red')).toBeVisible()
  await expect(findings).toHaveCount(1)

  await paste(`${definition}---\n${widget('  size: 1', 'v1alpha1')}`)
  await expect(
    finding('Widget is not served in example.com/v1alpha1: its CustomResourceDefinition has no such version'),
  ).toBeVisible()
})

test.describe('once everything is loaded', () => {
  test.use({ loadsAhead: true })

  test('common custom resources are known, also once the network is gone', async ({ page }) => {
    const { finding, open, editorReady, everythingLoaded, paste } = playground(page)
    await open()
    await editorReady()
    await everythingLoaded()
    await page.context().setOffline(true)
    await paste(`apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: web
spec:
  secretNam: web
  issuerRef: {name: ca}
  privateKey: {rotationPolicy: always}
`)
    await expect(finding('Certificate web has no spec.secretName, which is required')).toBeVisible()
    await expect(
      finding('Certificate web has an unknown field spec.secretNam; did you mean secretName?'),
    ).toBeVisible()
    await expect(finding('spec.privateKey.rotationPolicy must be one of Never, Always')).toBeVisible()
  })
})

test('a JSON Schema from a file is used for its kind until it is removed', async ({ page }) => {
  const { report, finding, findings, open, editorReady, paste, settings, closeSettings } = playground(page)
  await open()
  await editorReady()
  await paste(widget('  size: big'))
  await expect(report.getByText('0 valid, 0 invalid, 0 errors, 1 skipped')).toBeVisible()
  const panel = await settings()
  const schema = { properties: { spec: { properties: { size: { type: 'integer' } } } } }
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add JSON Schemas…' }).click()
  await (
    await chooser
  ).setFiles([
    { name: 'widget_v1.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(schema)) },
    { name: 'notes.json', mimeType: 'application/json', buffer: Buffer.from('[1') },
  ])
  await expect(page.getByText(/widget_v1\.json\s+for/)).toBeVisible()
  await expect(page.getByText(/^notes\.json: /)).toBeVisible()
  await closeSettings()
  await expect(finding('spec.size must be a whole number, but "big" is text')).toBeVisible()
  await settings()
  await panel.getByRole('button', { name: 'Remove widget_v1.json' }).click()
  await closeSettings()
  await expect(findings).toHaveCount(0)
})

test('an opened JSON Schema does not replace the manifest', async ({ page }) => {
  const { report, open, editorReady, openFiles, settings, closeSettings } = playground(page)
  await open()
  await editorReady()
  const schema = { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' }
  await openFiles([
    { name: 'widget_v1.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(schema)) },
  ])
  await settings()
  await expect(page.getByText(/widget_v1\.json\s+for/)).toBeVisible()
  await closeSettings()
  await expect(report.getByText(/would accept both objects\.$/)).toBeVisible()
})

test('the settings decide what is strict, skipped and rejected', async ({ page }) => {
  const { report, finding, findings, open, editorReady, paste, settings, closeSettings } = playground(page)
  await open()
  await editorReady()
  await paste('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\nextra: 1\n---\n' + widget('  size: 1'))
  await expect(finding('ConfigMap a has an unknown field extra')).toBeVisible()
  const panel = await settings()
  await panel.getByRole('checkbox', { name: /^Strict/ }).uncheck()
  await expect(panel.locator('.score-change')).toHaveText('No score · nothing to fix')
  await panel.getByRole('checkbox', { name: /^Skip kinds without a schema/ }).uncheck()
  await expect(panel.locator('.score-change')).toHaveText('No score · 1 to fix')
  await closeSettings()
  await expect(finding('There is no schema for Widget in example.com/v1')).toBeVisible()
  await settings()
  await panel.getByRole('textbox', { name: 'Skip kinds' }).fill('Widget, Secret')
  await closeSettings()
  await expect(findings).toHaveCount(0)
  await expect(report.getByText('1 valid, 0 invalid, 0 errors, 1 skipped')).toBeVisible()
  await settings()
  await expect(panel.getByRole('textbox', { name: 'Skip kinds' })).toHaveValue('Widget, Secret')
  await panel.getByRole('textbox', { name: 'Reject kinds' }).fill('v1/ConfigMap')
  await closeSettings()
  await expect(finding('The settings reject the kind ConfigMap')).toBeVisible()
})

test('an object shows in which Kubernetes versions it is valid, and why it is not in others', async ({
  page,
}) => {
  const { report, open, editorReady, paste } = playground(page)
  await open()
  await editorReady()
  await paste(`apiVersion: flowcontrol.apiserver.k8s.io/v1beta2
kind: FlowSchema
metadata:
  name: health
spec:
  priorityLevelConfiguration:
    name: exempt
`)
  await report
    .getByRole('button', { name: `Refused in Kubernetes ${defaultSettings.kubernetesVersion}` })
    .click()
  const versions = report.getByRole('table', { name: 'Accepted or refused in each Kubernetes version' })
  await expect(versions.getByRole('row')).toHaveCount(2)
  await expect(versions.getByRole('row', { name: /^1\.25 – 1\.28 Accepted$/ })).toBeVisible()
  await expect(
    versions.getByRole('row', { name: /^1\.29 – 1\.\d+ Refused .*it was removed in 1\.29\.$/ }),
  ).toBeVisible()
})

test('the licences of all packages on the page can be read', async ({ page }) => {
  const { open, about } = playground(page)
  await open()
  const aboutPage = await about()
  await aboutPage.getByRole('button', { name: 'Third-party licences' }).click()
  const dialog = page.getByRole('dialog', { name: 'Third-party licences' })
  await dialog.getByText('monaco-editor', { exact: true }).click()
  await expect(
    dialog
      .getByText(/Permission is hereby granted/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
  await expect(dialog.getByText('@kubernetes-models/cert-manager')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(aboutPage).toBeVisible()
})
