import { loadEverything } from '../store/ask'
import { loadFileReader } from '../store/files'
import { wantsFullEditor } from '../store/fullEditor'

/**
 * Loads everything that the page may need later, so that it works offline. What fails is tried again when it is used. On a
 * network that somebody pays by the megabyte, everything waits for that.
 */
export const loadRest = (): void => {
  if (savesData()) return
  const loads: readonly (() => Promise<unknown>)[] = [
    () => import('../formats/ruleDocs'),
    () => import('./RowDetails'),
    () => import('./Evidence'),
    () => import('./EmptyState'),
    () => import('./ScoreSteps'),
    () => import('./ListFooter'),
    () => import('./TypingNotes'),
    () => import('./VersionMatrix'),
    () => import('./RelatedLists'),
    () => import('./FixDialog'),
    () => import('./MorePanel'),
    () => import('./ExamplesList'),
    () => import('./ExportList'),
    () => import('../store/copyReport'),
    () => import('./output/OutputDialog'),
    () => import('./settings/SettingsPage'),
    () => import('./ShareDialog'),
    () => import('./pipeline/PipelinePart'),
    () => import('./learn/LearningPage'),
    () => import('./lesson/LessonPane'),
    () => import('../store/lessons'),
    () => import('../session/storage'),
    () => import('./About'),
    () => import('./Licences'),
    // With Monaco, which touch screens go without.
    async () => wantsFullEditor() && import('../editor/FixDiffEditor'),
    () => import('../editor/plainSteps'),
    () => import('../formats/unifiedDiff'),
    () => import('../schemas/generated/licences.json'),
    async () => (await import('../store/startOffline')).startOffline(),
    loadFileReader,
  ]
  for (const load of loads) load().catch(() => undefined)
  loadEverything()
}

/** Whether the browser was asked to save data. Only Chromium tells. */
const savesData = (): boolean => {
  const connection: unknown = Reflect.get(navigator, 'connection')
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  )
}
