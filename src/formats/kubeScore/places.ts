import type { Range } from '../../engine/model/range'
import type { LocatedObject } from '../../engine/objects/locatedObjects'
import { documentBody } from '../../engine/yaml/splitDocuments'
import { locator, stdinName, type SourceSet } from '../sourceSet'

/** `line`: from 1. */
export type ObjectPlace = { readonly file: string; readonly line: number }

/** The file that kube-score names for one that was read: names are shown as they were given. */
export const shownFile = (name: string): string => (name === stdinName ? 'STDIN' : name)

/**
 * Finds the places of objects as kube-score says them: the line after the `---` of their document, even if it is a comment;
 * line 1 of the template that Helm names there, but not for items of a List.
 */
export function objectPlaces(sources: SourceSet): (located: LocatedObject) => ObjectPlace {
  const placeOf = locator(sources)
  return (located) => {
    const template = templateOf(located)
    if (template !== undefined) return { file: template, line: 1 }
    const { file, start } = placeOf(documentRange(located))
    return { file: shownFile(file.name), line: start.line }
  }
}

/** The document of an object without its `---` line and the blanks at its end. */
export function documentRange({ document: { range, text } }: LocatedObject): Range {
  return { from: range.from + documentBody(text).offset, to: range.from + text.trimEnd().length }
}

/** The template that an object comes from, if `helm template` wrote the text. */
export const templateOf = ({ object, document }: LocatedObject): string | undefined =>
  object.path.length === 0 ? document.reading.document.source : undefined
