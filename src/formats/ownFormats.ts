import type { ReportFormat } from './reporting'

/**
 * Our own, in the order in which they are offered. The code of each is loaded when it is first written. The page has no
 * others, so it does not have their code either.
 */
export const ownFormats: readonly ReportFormat[] = [
  {
    id: 'human',
    title: 'Text',
    help: 'For people: every finding with the lines that it is about',
    fileName: 'report.txt',
    mimeType: 'text/plain',
    isOnPage: true,
    hasFixes: false,
    write: async (reporting, options) => (await import('./human')).writeHuman(reporting, options),
  },
  {
    id: 'json',
    title: 'JSON',
    help: 'For other programs: everything that the report says, with the edits of every fix',
    fileName: 'report.json',
    mimeType: 'application/json',
    isOnPage: true,
    hasFixes: true,
    write: async (reporting) => (await import('./reportJson')).writeReportJson(reporting),
  },
  {
    id: 'sarif',
    title: 'SARIF',
    help: 'For code scanning, such as that of GitHub, and for editors: with rules, places and fixes',
    fileName: 'report.sarif',
    mimeType: 'application/sarif+json',
    isOnPage: true,
    hasFixes: true,
    write: async (reporting, options) => (await import('./sarif')).writeSarif(reporting, options),
  },
  {
    id: 'junit',
    title: 'JUnit',
    help: 'For test reports, such as those of GitLab and Jenkins: a test for each rule and object',
    fileName: 'report.xml',
    mimeType: 'application/xml',
    isOnPage: true,
    hasFixes: false,
    write: async (reporting) => (await import('./junit')).writeJunit(reporting),
  },
  {
    id: 'markdown',
    title: 'Markdown',
    help: 'For a comment on a pull request: what to fix in each file, the worst first',
    fileName: 'report.md',
    mimeType: 'text/markdown',
    isOnPage: true,
    hasFixes: false,
    write: async (reporting) => (await import('./markdown')).writeMarkdown(reporting),
  },
  {
    id: 'github',
    title: 'GitHub annotations',
    help: 'For the log of GitHub Actions: annotates the lines of a pull request',
    fileName: 'annotations.txt',
    mimeType: 'text/plain',
    isOnPage: true,
    hasFixes: false,
    write: async (reporting) => (await import('./github')).writeGithub(reporting),
  },
  {
    id: 'gitlab',
    title: 'GitLab code quality',
    help: 'For merge requests of GitLab: what has become better or worse',
    fileName: 'gl-code-quality-report.json',
    mimeType: 'application/json',
    isOnPage: false,
    hasFixes: false,
    write: async (reporting) => (await import('./gitlab')).writeGitlab(reporting),
  },
]
