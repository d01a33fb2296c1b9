import { defineConfig } from '@playwright/test'
import { browser } from './browser'

export default defineConfig({
  testDir: '.',
  outputDir: '../node_modules/.cache/playwright',
  fullyParallel: true,
  // Many tests wait more than they work.
  workers: 2,
  // Seconds are short on a machine that is busy.
  expect: { timeout: 15_000 },
  // A machine that is busy can be late once; what passes only then is listed as flaky.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: '../node_modules/.cache/tests/page.json' }]],
  // The server takes the next free port and says which, so that two runs do not meet.
  webServer: {
    command: 'node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port 4180',
    cwd: '..',
    // The address may be coloured: an escape character and [1m before the number.
    wait: { stdout: /127\.0\.0\.1:(?:.\[\d+m)?(?<PREVIEW_PORT>\d+)/ },
  },
  use: {
    baseURL: `http://127.0.0.1:${process.env['PREVIEW_PORT']}`,
    launchOptions: browser(),
    // It answers requests before a test can intercept them. The tests of it allow it.
    serviceWorkers: 'block',
  },
})
