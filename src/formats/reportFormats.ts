import { kubeScoreFormats } from './kubeScore/formats'
import { kubeconformFormats } from './kubeconform/formats'
import { ownFormats } from './ownFormats'
import type { ReportFormat } from './reporting'

/** Every format of a report. */
export const reportFormats: readonly ReportFormat[] = [
  ...ownFormats,
  ...kubeScoreFormats,
  ...kubeconformFormats,
]

export const formatById = (id: string): ReportFormat | undefined =>
  reportFormats.find((format) => format.id === id)
