import { loadEverything } from '../store/ask'
import { loadFileReader } from '../store/files'

/** Loads everything that the page may need later, so that it works offline. What fails is tried again when it is used. */
export const loadRest = (): void => {
  const loads: readonly (() => Promise<unknown>)[] = [
    () => import('./ruleDocs'),
    () => import('./FindingDetails'),
    () => import('./Evidence'),
    () => import('./ScoreSteps'),
    () => import('./SchemaSummary'),
    () => import('./VersionMatrix'),
    () => import('./FixDialog'),
    () => import('./SettingsForm'),
    () => import('./ShareDialog'),
    () => import('./learn/LearningPage'),
    () => import('./lesson/LessonPane'),
    () => import('../store/lessons'),
    () => import('../session/storage'),
    () => import('./Licences'),
    () => import('../editor/FixDiffEditor'),
    () => import('../editor/plainSteps'),
    () => import('../formats/unifiedDiff'),
    () => import('../schemas/generated/licences.json'),
    async () => (await import('../store/startOffline')).startOffline(),
    loadFileReader,
  ]
  for (const load of loads) load().catch(() => undefined)
  loadEverything()
}
