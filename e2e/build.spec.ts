import { expect, test } from './test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { listFiles } from '../src/build/listFiles'
import { dist } from './staticServer'

const files = listFiles(dist)
const text = (file: string): string => readFileSync(join(dist, file), 'utf8')

test('a second build has the same files with the same bytes', async () => {
  test.slow()
  const folder = test.info().outputPath('again')
  await build({
    root: fileURLToPath(new URL('..', import.meta.url)),
    build: { outDir: folder, emptyOutDir: true },
    logLevel: 'error',
  })
  expect(listFiles(folder)).toEqual(files)
  const differing = files.filter(
    (file) => !readFileSync(join(folder, file)).equals(readFileSync(join(dist, file))),
  )
  expect(differing).toEqual([])
})

test('the page has no script and no style of its own, and its policy comes before everything that loads', () => {
  const html = text('index.html')
  expect([...html.matchAll(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/g)]).toEqual([])
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(?:link|script)/))
  expect([...html.matchAll(/(?:src|href)="(?!\.\/)/g)]).toEqual([])
})

/** What a content-security policy forbids, and two ways out that none can: a peer connection, the look-up of a name. */
const waysOut = [
  /\bfetch\(|\bXMLHttpRequest\b|\bnew (?:WebSocket|EventSource|SharedWorker)\b|\bsendBeacon\b|\bWebTransport\b/,
  /RTCPeerConnection|rel=\\?["'`]dns-prefetch/,
]

test('only the service worker has code that asks a host for more than a file of the page', () => {
  const scripts = files.filter((file) => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(200)
  const found = scripts.filter((file) => waysOut.some((way) => way.test(text(file))))
  expect(found).toEqual(['sw.js'])
})
