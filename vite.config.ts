import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: { target: 'es2022', chunkSizeWarningLimit: 4000 },
  test: {
    // By default one core is left alone, which on two cores is half of them.
    maxWorkers: '100%',
    reporters: ['default', 'json'],
    outputFile: 'node_modules/.cache/tests/unit.json',
    projects: [
      // A time limit of seconds measures the machine, not the code.
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'], testTimeout: 120_000 } },
      // Thousands of recorded verdicts: no time limit of seconds fits a machine that is busy.
      {
        extends: true,
        test: { name: 'conformance', include: ['src/conformance/*.conformance.ts'], testTimeout: 600_000 },
      },
    ],
  },
})
