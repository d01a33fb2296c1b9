import type { Labelled, Picture } from './checkPage'

/** What a picture shows, in words: for those who cannot see it, and for pages without pictures. */
export function describePicture(picture: Picture): readonly string[] {
  switch (picture.kind) {
    case 'bar': {
      const { unit, total, parts } = picture
      return parts.map(({ label, amount }) => `${label}: ${amount} of ${total} ${unit}`)
    }
    case 'timeline': {
      const { unit, lanes } = picture
      return lanes.map(
        ({ label, spans }) =>
          `${label}: ${spans.map((span) => `${span.label} from ${span.from} to ${span.to} ${unit}`).join(', ')}`,
      )
    }
    case 'flow': {
      const { boxes, arrows } = picture
      const name = (index: number): string => boxes[index]?.label ?? ''
      return arrows.map(({ from, to, label }) => `${name(from)} → ${name(to)}: ${label}`)
    }
    case 'places':
      return picture.scenes.map(
        ({ label, places }) =>
          `${label}: ${places.map((place) => `${place.label}: ${labelsOf(place.items) || 'nothing'}`).join('; ')}`,
      )
    case 'grid': {
      const { columns, rows } = picture
      return rows.map(
        ({ label, cells }) =>
          `${label}: ${columns.map((column, index) => `${column}: ${cells[index]?.label ?? ''}`).join('; ')}`,
      )
    }
  }
}

const labelsOf = (items: readonly Labelled[]): string => items.map(({ label }) => label).join(', ')
