import { byteLength } from '../../apiServer/say'
import type { Reporting, WriteOptions } from '../reporting'
import { visible } from '../visible'
import { checkById } from './checkCatalog'
import { objectPlaces, type ObjectPlace } from './places'
import {
  hasGrade,
  labelOf,
  scoredObjects,
  type Comment,
  type ScoredObject,
  type ScoredResult,
} from './results'

/** The numbers of the colours in an escape sequence. */
const colours = { magenta: 35, grey: 90, red: 31, yellow: 33, green: 32 } as const

type Paint = (text: string, colour: keyof typeof colours) => string

/** Columns of the line of an object, with its icon. */
const headerWidth = 80

/** Columns that a description leaves free, on both sides together, and those that it has at least. */
const description = { margin: 12, least: 40 } as const

/**
 * The human output of kube-score: every object with an icon, and below it what is not right; from verbosity 1 on also what
 * is, from 2 on also what was skipped. Lengths are counted in bytes of UTF-8, as there.
 */
export function writeHuman({ evaluation, sources }: Reporting, options: WriteOptions): string {
  const placeOf = objectPlaces(sources)
  const paint: Paint = (text, colour) =>
    options.colours ? `\u001b[${colours[colour]}m${text}\u001b[0m` : text
  return scoredObjects(evaluation)
    .flatMap((scored) => {
      const last = scored.results.at(-1)
      return [
        headerOf(scored, paint, options),
        last && hasGrade(scored, 5) ? pathLine(placeOf(last.located), paint) : '',
        ...scored.results
          .filter((result) => isShown(result, options))
          .map((result) => resultText(result, paint, options)),
      ]
    })
    .join('')
}

function headerOf(scored: ScoredObject, paint: Paint, { width }: WriteOptions): string {
  const { apiVersion, kind, name, namespace } = scored.located.object
  const text = visible(`${apiVersion}/${kind} ${name}${namespace && ` in ${namespace}`}`)
  const padding = Math.min(headerWidth, width) - 2 - byteLength(text)
  return `${paint(text, 'magenta')}${' '.repeat(Math.max(0, padding))}${iconOf(scored)}\n`
}

function iconOf(scored: ScoredObject): string {
  if (hasGrade(scored, 1)) return '💥'
  return hasGrade(scored, 5) ? '🤔' : '✅'
}

/** The colour ends after the line break, as for the line of a result. */
const pathLine = ({ file }: ObjectPlace, paint: Paint): string =>
  file === '' ? '' : paint(`    path=${visible(file)}\n`, 'grey')

function isShown({ grade, skipped }: ScoredResult, { verbosity }: WriteOptions): boolean {
  if (skipped) return verbosity >= 2
  return grade < 10 || verbosity >= 1
}

function resultText(result: ScoredResult, paint: Paint, { width }: WriteOptions): string {
  const line = paint(`    [${labelOf(result)}] ${checkById(result.check).name}\n`, colourOf(result))
  return line + result.comments.map((comment) => commentText(comment, width)).join('')
}

function colourOf({ grade, skipped }: ScoredResult): keyof typeof colours {
  if (skipped || grade === 10) return 'green'
  return grade === 1 ? 'red' : 'yellow'
}

function commentText({ path, summary, description: text }: Comment, width: number): string {
  const { margin, least } = description
  const lines = wrap(text, Math.max(least, width - margin)).map((line) => ' '.repeat(margin) + line)
  return [`        · ${path && `${path} -> `}${summary}`, ...lines]
    .map((line) => `${visible(line)}\n`)
    .join('')
}

/**
 * Words in lines of at most so many bytes; long words are not broken. The first line has one byte less. Source: the wrapping
 * of kube-score.
 */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let left = width
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const needed = byteLength(word) + 1
    const line = lines.pop()
    if (line === undefined) lines.push(word)
    else if (needed <= left) lines.push(`${line} ${word}`)
    else lines.push(line, word)
    left = line === undefined || needed <= left ? left - needed : width - needed + 1
  }
  return lines
}
