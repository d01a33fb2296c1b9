import type { Range } from '../engine/model/range'
import { selectPointed } from '../store/selectors'
import { store, type State } from '../store/store'
import { monaco } from './monaco'
import { rangeIn } from './monacoSurface'
import type { Severity, Finding } from '../engine/model/finding'

type Model = monaco.editor.ITextModel

const owner = 'playground'

/** To draw so many markers takes longer than a frame: they wait for a pause in typing, in milliseconds. */
const manyFindings = 1_000
const pause = 300

const markerSeverity: Readonly<Record<Severity, monaco.MarkerSeverity>> = {
  refused: monaco.MarkerSeverity.Error,
  critical: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  advice: monaco.MarkerSeverity.Info,
}

/** Shows the findings of each new report in the text, and the one a person points at. Returns how to stop. */
export const showFindings = (editor: monaco.editor.IStandaloneCodeEditor, model: Model): (() => void) => {
  const pointer = editor.createDecorationsCollection()
  let pauseTimer: ReturnType<typeof setTimeout> | undefined
  const markNow = (): void => {
    const state = store.getState()
    // Until the report of the newest text is there, Monaco moves the markers it has along with the text.
    if (state.reportRevision === state.revision)
      monaco.editor.setModelMarkers(model, owner, markersOf(model, state))
  }
  const mark = ({ report }: State): void => {
    clearTimeout(pauseTimer)
    if ((report?.findings.length ?? 0) <= manyFindings) markNow()
    else pauseTimer = setTimeout(markNow, pause)
  }
  const point = (state: State): void => {
    const finding = state.reportRevision === state.revision ? selectPointed(state) : undefined
    pointer.set(finding ? pointed(model, finding) : [])
  }
  const stop = store.subscribe((state, before) => {
    if (state.report !== before.report) mark(state)
    if (state.report !== before.report || state.pointed !== before.pointed) point(state)
  })
  mark(store.getState())
  return () => {
    clearTimeout(pauseTimer)
    stop()
    pointer.clear()
    monaco.editor.setModelMarkers(model, owner, [])
  }
}

const markersOf = (model: Model, { report }: State): monaco.editor.IMarkerData[] =>
  (report?.findings ?? [])
    .filter((finding) => finding.ignored === undefined)
    .map((finding) => ({
      ...firstLine(model, finding.range),
      severity: markerSeverity[finding.severity],
      message: finding.message,
      code: finding.check,
      relatedInformation: relatedTo(model, finding),
    }))

const relatedTo = (model: Model, finding: Finding): monaco.editor.IRelatedInformation[] =>
  finding.related.map(({ message, range }) => ({ resource: model.uri, message, ...rangeIn(model, range) }))

/** A finding about a whole object would underline all of it: its first line is enough to find it by. */
const firstLine = (model: Model, range: Range): monaco.IRange => {
  const whole = rangeIn(model, range)
  if (whole.startLineNumber === whole.endLineNumber) return whole
  return whole.setEndPosition(whole.startLineNumber, model.getLineMaxColumn(whole.startLineNumber))
}

/** The whole line faintly, to be found by eye, and the place itself more strongly. */
const pointed = (model: Model, { range }: Finding): monaco.editor.IModelDeltaDecoration[] => [
  {
    range: rangeIn(model, range),
    options: {
      className: 'pointed-line',
      isWholeLine: true,
      overviewRuler: { color: { id: 'focusBorder' }, position: monaco.editor.OverviewRulerLane.Full },
    },
  },
  { range: rangeIn(model, range), options: { inlineClassName: 'pointed-text' } },
]
