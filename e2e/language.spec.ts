import { expect, test, type Page } from './test'
import { playground } from './playground'

const twoDocuments = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: main
      image: registry.example.com/app:1.0
`

const list = `apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Service
    metadata:
      name: web
    spec:
      ports:
        - port: 80
`

test.use({ loadsAhead: true })

/** Everything is loaded, the network is cut, the text is in the editor. */
const openOffline = async (page: Page, text: string) => {
  const all = playground(page)
  await all.open()
  await all.editorReady()
  await all.everythingLoaded()
  await page.context().setOffline(true)
  await all.paste(text)
  return { ...all, ...language(page) }
}

const language = (page: Page) => {
  const widget = page.locator('.suggest-widget')
  const line = (text: string) => page.locator('.view-line').filter({ hasText: text })
  return {
    line,
    suggestions: widget.locator('.monaco-list-row'),
    suggestion: (label: string) =>
      widget.locator('.monaco-list-row').filter({ has: page.getByText(label, { exact: true }) }),
    /** What a suggestion means, beside the list. */
    details: page.locator('.suggest-details'),
    tooltip: page.locator('.monaco-hover').filter({ visible: true }),
    word: (lineText: string, word: string) => line(lineText).getByText(word, { exact: true }),
    /** Starts a line at the end of the text; the indentation is typed, whatever the editor indents by itself. */
    typeBelow: async (text: string): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+End')
      await page.keyboard.press('Shift+Home')
      await page.keyboard.type(text)
    },
  }
}

test('a field of the second document is described without a network', async ({ page }) => {
  const { tooltip, word } = await openOffline(page, twoDocuments)
  await word('containers:', 'containers').hover()
  await expect(tooltip).toContainText('spec.containers · list of objects · required')
  await expect(tooltip).toContainText('List of containers belonging to the pod.')
  await word('image:', 'image').hover()
  await expect(tooltip).toContainText('spec.containers.image · text')
  await expect(tooltip).toContainText('Container image name.')
  await expect(tooltip).not.toContainText('required')
})

test('an item of a List is described, with the values a field takes', async ({ page }) => {
  const { tooltip, word, typeBelow } = await openOffline(page, list)
  await typeBelow('      type: ClusterIP')
  await page.keyboard.press('Escape')
  await word('type:', 'type').hover()
  await expect(tooltip).toContainText('spec.type · text')
  await expect(tooltip).toContainText('One of ClusterIP, ExternalName, LoadBalancer, NodePort')
  await expect(tooltip).toContainText('determines how the Service is exposed')
})

test('fields and values of the second document are offered without a network', async ({ page }) => {
  const { suggestions, suggestion, details, line, typeBelow } = await openOffline(page, twoDocuments)
  await typeBelow('  rest')
  await expect(suggestion('restartPolicy')).toBeVisible()
  await expect(details).toContainText('Restart policy for all containers within the pod.')
  await page.keyboard.press('Tab')
  // What can be chosen is offered at once.
  await expect(suggestion('OnFailure')).toBeVisible()
  await expect(suggestions).toHaveCount(3)
  await page.keyboard.type('Ne')
  await expect(suggestions).toHaveCount(1)
  await page.keyboard.press('Tab')
  await expect(line('restartPolicy: Never')).toBeVisible()
  await expect(suggestions).toHaveCount(0)
})

test('fields and values of an item of a List are offered without a network', async ({ page }) => {
  const { suggestions, suggestion, details, line, typeBelow } = await openOffline(page, list)
  await typeBelow('      sessionAff')
  await expect(suggestions.first()).toContainText('sessionAffinity')
  await expect(details).toContainText('Used to maintain session affinity.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.type('type: ')
  await expect(suggestion('LoadBalancer')).toBeVisible()
  await page.keyboard.type('Load')
  await expect(suggestions).toHaveCount(1)
  await page.keyboard.press('Tab')
  await expect(line('type: LoadBalancer')).toBeVisible()
})

test('Enter ends the line, whatever is offered', async ({ page }) => {
  const { suggestion, line, caret, typeBelow } = await openOffline(page, twoDocuments)
  await typeBelow('  nodeN')
  await expect(suggestion('nodeName')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(caret).toHaveText('Line 15, column 3')
  await expect(line('nodeName')).toHaveCount(0)
})

test('the kinds are offered, and what is inserted keeps its indentation', async ({ page }) => {
  const { suggestion, line, typeBelow } = await openOffline(page, 'apiVersion: apps/v1\n')
  await typeBelow('kind: Dep')
  await expect(suggestion('Deployment')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('sp')
  await expect(suggestion('spec')).toBeVisible()
  await page.keyboard.press('Tab')
  // The fields of the spec stand below it already.
  await expect(suggestion('selector')).toBeVisible()
  await page.keyboard.type('sel')
  await page.keyboard.press('Tab')
  await expect(line('selector:')).toHaveText(/^\s{2}selector:$/)
})

test('in JSON, what is inserted comes with its quotes and brackets, and typing goes on between them', async ({
  page,
}) => {
  const { suggestion, line } = await openOffline(page, '{"apiVersion": "v1", "kind": "Pod", }')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('"spe')
  await expect(suggestion('spec')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.type('"restartP')
  await expect(suggestion('restartPolicy')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(suggestion('Never')).toBeVisible()
  await page.keyboard.type('"Ne')
  await expect(suggestion('Never')).toBeVisible()
  await page.keyboard.press('Tab')
  const written = '{"apiVersion": "v1", "kind": "Pod", "spec": {"restartPolicy": "Never"}}'
  await expect(line(written)).toBeVisible()
})

test('a field is described at the caret when the keyboard asks for it', async ({ page }) => {
  const { tooltip, typeBelow } = await openOffline(page, twoDocuments)
  await typeBelow('  hostNetwork: true')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.press('ControlOrMeta+I')
  await expect(tooltip).toContainText('spec.hostNetwork · true or false')
})
