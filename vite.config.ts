import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { ajvValidator } from './src/build/ajvValidator.ts'
import { buildInfo } from './src/build/buildInfo.ts'
import { lessonFiles } from './src/build/lessonFiles.ts'
import { offlinePlugin } from './src/build/offlinePlugin.ts'
import { programPlugin } from './src/build/program.ts'
import { reportSchema } from './src/build/reportSchema.ts'
import { retryableImports } from './src/build/retryableImports.ts'
import { securityPlugin } from './src/build/securityPlugin.ts'
import { staticPages } from './src/build/staticPages.ts'

const yamlPackage = import.meta.resolve('yaml/package.json')

/** What the first report shares with what is loaded after it. */
const shared = [
  'kubernetes/(apiVersion|base64|labelSelector|quantity|time|version)',
  'engine/findings/validateObject',
  'engine/model/(groupBy|json|path|shorten)',
  'engine/objects/(documentCache|locatedObjects|readObjects)',
  'engine/schema/(didYouMean|schemaFields|validate)',
  'engine/yaml/(templatePlaceholders|toJson|value)',
]

/**
 * The files that take longest, which have to start first, so that no worker is left with one at the end. (Vitest itself
 * knows only how large a file is, until it has run once.)
 */
const longest = [
  'src/growth.test.ts',
  'src/schemas/ajv.test.ts',
  'src/patterns.test.ts',
  'src/engine/edits/planEdits.property.test.ts',
  'src/schemas/languageFeatures.test.ts',
  'src/engine/report/evaluate.test.ts',
  'src/engine/objects/decodeObject.test.ts',
  'src/conformance/fixes.conformance.ts',
  'src/fuzz/fuzzFixes.conformance.ts',
  'src/fuzz/fuzz.conformance.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const first = longest.flatMap((name) => sorted.filter(({ moduleId }) => moduleId.endsWith(`/${name}`)))
    return [...first, ...sorted.filter((file) => !first.includes(file))]
  }
}

export default defineConfig({
  base: './',
  plugins: [
    react(),
    ajvValidator(),
    buildInfo(),
    lessonFiles(),
    programPlugin(),
    reportSchema(),
    retryableImports(),
    securityPlugin(),
    staticPages(),
    offlinePlugin(),
  ],
  worker: {
    format: 'es',
    // One file for all of it: many small ones are heavier.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'engine', test: new RegExp(`/src/(${shared.join('|')})\\.ts$`) }] },
      },
    },
  },
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
    // The files of the package that browsers get. Those for Node ask for a variable of the environment at every token, which
    // takes a fifth of the time of a report.
    alias: [{ find: /^yaml$/, replacement: fileURLToPath(new URL('browser/index.js', yamlPackage)) }],
    // By default one core is left alone, which on two cores is half of them.
    maxWorkers: '100%',
    // A worker keeps the modules it has loaded: loading them anew for each file took more time than most tests. A test
    // that changes what is global puts it back, and none may mock a module.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', 'json'],
    outputFile: 'node_modules/.cache/tests/unit.json',
    projects: [
      // A time limit of seconds measures the machine, not the code.
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.ts'], testTimeout: 600_000, hookTimeout: 600_000 },
      },
      // Thousands of recorded verdicts: no time limit of seconds fits a machine that is busy.
      {
        extends: true,
        test: {
          name: 'conformance',
          include: ['src/{conformance,fuzz}/*.conformance.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
