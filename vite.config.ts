import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { ajvValidator } from './src/build/ajvValidator.ts'
import { lessonFiles } from './src/build/lessonFiles.ts'
import { offlinePlugin } from './src/build/offlinePlugin.ts'
import { retryableImports } from './src/build/retryableImports.ts'
import { securityPlugin } from './src/build/securityPlugin.ts'
import { staticPages } from './src/build/staticPages.ts'

export default defineConfig({
  base: './',
  plugins: [
    react(),
    ajvValidator(),
    lessonFiles(),
    retryableImports(),
    securityPlugin(),
    staticPages(),
    offlinePlugin(),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 4000,
    // In a chunk of its own, this file runs before Monaco, which reads what it sets.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'startWorker', test: /monacoEnvironment/ }] } },
    },
    modulePreload: {
      // What it does for old browsers needs requests that the content-security policy forbids.
      polyfill: false,
      // Also the file of a part that needs no other.
      resolveDependencies: (file, files, { hostType }) =>
        hostType === 'html' || files.includes(file) ? files : [file, ...files],
    },
  },
  test: {
    // By default one core is left alone, which on two cores is half of them.
    maxWorkers: '100%',
    reporters: ['default', 'json'],
    outputFile: 'node_modules/.cache/tests/unit.json',
    projects: [
      // A time limit of seconds measures the machine, not the code.
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'], testTimeout: 600_000 } },
      // Thousands of recorded verdicts: no time limit of seconds fits a machine that is busy.
      {
        extends: true,
        test: {
          name: 'conformance',
          include: ['src/{conformance,fuzz}/*.conformance.ts'],
          testTimeout: 600_000,
        },
      },
    ],
  },
})
