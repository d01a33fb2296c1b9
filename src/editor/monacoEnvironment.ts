import { startEditorWorker } from './editorWorker'

self.MonacoEnvironment = {
  getWorker: startEditorWorker,
  // The page's own policy starts all workers: Monaco's would admit any address.
  createTrustedTypesPolicy: (name, rules) =>
    rules && name !== 'defaultWorkerFactory' ? globalThis.trustedTypes?.createPolicy(name, rules) : undefined,
}
