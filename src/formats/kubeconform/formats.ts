import type { ReportFormat } from '../reporting'

const text = { mimeType: 'text/plain', isOnPage: false, hasFixes: false }

/** The formats of kubeconform: its layouts with our messages. The code of each is loaded when it is first written. */
export const kubeconformFormats: readonly ReportFormat[] = [
  {
    ...text,
    id: 'kubeconform-text',
    title: 'kubeconform, text',
    help: 'A line for each object that a cluster would refuse, as kubeconform prints it',
    fileName: 'kubeconform.txt',
    write: async (reporting, options) => (await import('./text')).writeText(reporting, options),
  },
  {
    ...text,
    id: 'kubeconform-pretty',
    title: 'kubeconform, pretty',
    help: 'The same with marks and colours',
    fileName: 'kubeconform.txt',
    write: async (reporting, options) => (await import('./text')).writePretty(reporting, options),
  },
  {
    ...text,
    id: 'kubeconform-json',
    title: 'kubeconform, JSON',
    help: 'For programs that read the JSON of kubeconform',
    fileName: 'kubeconform.json',
    mimeType: 'application/json',
    write: async (reporting, options) => (await import('./json')).writeJson(reporting, options),
  },
  {
    ...text,
    id: 'kubeconform-junit',
    title: 'kubeconform, JUnit',
    help: 'A test for each object, with the names that kubeconform gives them',
    fileName: 'kubeconform.xml',
    mimeType: 'application/xml',
    write: async (reporting) => (await import('./junit')).writeJunit(reporting),
  },
  {
    ...text,
    id: 'kubeconform-tap',
    title: 'kubeconform, TAP',
    help: 'A line for each object, for programs that read the Test Anything Protocol',
    fileName: 'kubeconform.tap',
    write: async (reporting) => (await import('./tap')).writeTap(reporting),
  },
]
