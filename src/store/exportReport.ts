import { reportMarkdown, reportText } from '../formats/reportText'
import { copyText } from './copyText'
import { store } from './store'

const forms = { text: reportText, markdown: reportMarkdown } as const

/** Copies the report on the text as it is now: not one that is held while somebody types. */
export const copyReport = async (form: keyof typeof forms): Promise<void> => {
  const { report, reportText: text, reportVersion: version } = store.getState()
  if (!report) return
  await copyText(forms[form](report, { text, version }), 'Report copied.')
}
