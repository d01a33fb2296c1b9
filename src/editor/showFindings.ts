import type { Range } from '../engine/model/range'
import { selectHovered } from '../store/selectors'
import { store, type State } from '../store/store'
import { monaco } from './monaco'
import { rangeIn } from './monacoHandle'
import type { Severity, Finding } from '../engine/model/finding'

type Model = monaco.editor.ITextModel

const owner = 'playground'

/** More markers than this take longer than a frame to draw, so they wait for a pause in typing. */
const manyFindings = 1_000
/** In milliseconds. */
const pause = 300

const markerSeverity: Readonly<Record<Severity, monaco.MarkerSeverity>> = {
  refused: monaco.MarkerSeverity.Error,
  critical: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  advice: monaco.MarkerSeverity.Info,
}

/** Shows the findings of each new report in the text, and the one under the pointer. Returns how to stop. */
export const showFindings = (editor: monaco.editor.IStandaloneCodeEditor, model: Model): (() => void) => {
  const hovered = editor.createDecorationsCollection()
  let pauseTimer: ReturnType<typeof setTimeout> | undefined
  const markNow = (): void => {
    const state = store.getState()
    // Until the report of the newest text is there, Monaco shifts its markers with the text.
    if (state.reportRevision === state.revision)
      monaco.editor.setModelMarkers(model, owner, markersOf(model, state))
  }
  const mark = ({ report }: State): void => {
    clearTimeout(pauseTimer)
    if ((report?.findings.length ?? 0) <= manyFindings) markNow()
    else pauseTimer = setTimeout(markNow, pause)
  }
  const showHovered = (state: State): void => {
    const finding = state.reportRevision === state.revision ? selectHovered(state) : undefined
    hovered.set(finding ? hoveredDecorations(model, finding) : [])
  }
  const stop = store.subscribe((state, before) => {
    if (state.report !== before.report) mark(state)
    if (state.report !== before.report || state.hovered !== before.hovered) showHovered(state)
  })
  mark(store.getState())
  return () => {
    clearTimeout(pauseTimer)
    stop()
    hovered.clear()
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
      code: { value: finding.rule, target: pageOf(finding.rule) },
      relatedInformation: relatedTo(model, finding),
    }))

const pages = new Map<string, monaco.Uri>()

/** The page of a rule: the message in the editor links to it. Kept, because thousands of markers may have the same rule. */
const pageOf = (rule: string): monaco.Uri => {
  const known = pages.get(rule)
  if (known) return known
  const page = monaco.Uri.parse(new URL(`#/checks/${rule}`, location.href).href)
  pages.set(rule, page)
  return page
}

/** Follows a link to a page of the playground in this tab, where Monaco would open another one. Returns how to stop. */
export const followPageLinks = (): (() => void) => {
  const opener = monaco.editor.registerLinkOpener({
    open: (target) => {
      const { href, hash } = new URL(target.toString(true))
      if (href !== new URL(hash, location.href).href) return false
      location.hash = hash
      return true
    },
  })
  return () => opener.dispose()
}

const relatedTo = (model: Model, finding: Finding): monaco.editor.IRelatedInformation[] =>
  finding.related.map(({ message, range }) => ({ resource: model.uri, message, ...rangeIn(model, range) }))

/** A finding about a whole object would underline all of it: its first line is enough. */
const firstLine = (model: Model, range: Range): monaco.IRange => {
  const whole = rangeIn(model, range)
  if (whole.startLineNumber === whole.endLineNumber) return whole
  return whole.setEndPosition(whole.startLineNumber, model.getLineMaxColumn(whole.startLineNumber))
}

/** The whole line in a faint colour, and the range itself in a stronger one. */
const hoveredDecorations = (model: Model, { range }: Finding): monaco.editor.IModelDeltaDecoration[] => [
  {
    range: rangeIn(model, range),
    options: {
      className: 'hovered-line',
      isWholeLine: true,
      overviewRuler: { color: { id: 'focusBorder' }, position: monaco.editor.OverviewRulerLane.Full },
    },
  },
  { range: rangeIn(model, range), options: { inlineClassName: 'hovered-text' } },
]
