import type { ReportFormat } from '../reporting'

/** What they have in common: they are for those who used kube-score before, in the program. */
const inProgram = { isOnPage: false, hasFixes: false } as const

/**
 * The formats of kube-score, for what reads its output today: its layouts with our sentences. They list what the checks
 * say and nothing else, and know no baseline, because kube-score has none.
 */
export const kubeScoreFormats: readonly ReportFormat[] = [
  {
    ...inProgram,
    id: 'kube-score-human',
    title: 'kube-score text',
    help: 'The text output of kube-score: objects with an icon each, and what has to be fixed',
    fileName: 'kube-score.txt',
    mimeType: 'text/plain',
    write: async (reporting, options) => (await import('./human')).writeHuman(reporting, options),
  },
  {
    ...inProgram,
    id: 'kube-score-ci',
    title: 'kube-score CI',
    help: 'The ci output of kube-score: a line for every result',
    fileName: 'kube-score-ci.txt',
    mimeType: 'text/plain',
    write: async (reporting) => (await import('./ci')).writeCi(reporting),
  },
  {
    ...inProgram,
    id: 'kube-score-json',
    title: 'kube-score JSON',
    help: 'The json output of kube-score, version v2',
    fileName: 'kube-score.json',
    mimeType: 'application/json',
    write: async (reporting) => (await import('./json')).writeJson(reporting),
  },
  {
    ...inProgram,
    id: 'kube-score-sarif',
    title: 'kube-score SARIF',
    help: 'The sarif output of kube-score, with places',
    fileName: 'kube-score.sarif',
    mimeType: 'application/sarif+json',
    write: async (reporting) => (await import('./sarif')).writeSarif(reporting),
  },
  {
    ...inProgram,
    id: 'kube-score-junit',
    title: 'kube-score JUnit',
    help: 'The junit output of kube-score: a test suite for every object',
    fileName: 'kube-score.xml',
    mimeType: 'application/xml',
    write: async (reporting) => (await import('./junit')).writeJunit(reporting),
  },
]
