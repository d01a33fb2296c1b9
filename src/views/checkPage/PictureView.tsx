import type { Picture, Tone } from '../../pages/checkPage'
import { describePicture } from '../../pages/describePicture'
import { wrapWords } from '../../pages/wrapWords'

type Of<Kind extends Picture['kind']> = Extract<Picture, { readonly kind: Kind }>

/** Units of the drawing: about a pixel where the page is wide enough. */
const width = 640
const lineHeight = 16
/** A character of a label is about this wide. */
const characterWidth = 6.8

/** A picture with its caption. It is drawn from data, and the same data are its text for those who cannot see it. */
export const PictureView = ({ picture }: { readonly picture: Picture }) => (
  <figure className="picture">
    <div className="picture-drawing" tabIndex={0} role="region" aria-label={picture.caption}>
      <Drawing picture={picture} />
    </div>
    <figcaption>{picture.caption}</figcaption>
  </figure>
)

const Drawing = ({ picture }: { readonly picture: Picture }) => {
  const { height, content } = drawn(picture)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={describePicture(picture).join('. ')}>
      {content}
    </svg>
  )
}

const drawn = (picture: Picture) => {
  switch (picture.kind) {
    case 'bar':
      return drawBar(picture)
    case 'timeline':
      return drawTimeline(picture)
    case 'flow':
      return drawFlow(picture)
    case 'places':
      return drawPlaces(picture)
    case 'grid':
      return drawGrid(picture)
  }
}

/** One bar, and a line for each part of it. */
const drawBar = ({ unit, total, parts }: Of<'bar'>) => {
  const ends = parts.map((_, index) => parts.slice(0, index + 1).reduce((sum, { amount }) => sum + amount, 0))
  const x = (amount: number): number => (amount / total) * width
  return {
    height: 56 + parts.length * 20,
    content: (
      <>
        <Label x={0} y={12} text={`0 ${unit}`} />
        <Label x={width} y={12} text={`${total} ${unit}`} anchor="end" />
        <rect className="ground" x={0} y={20} width={width} height={24} />
        {parts.map(({ label, amount, tone }, index) => (
          <g key={label}>
            <Block tone={tone} x={x((ends[index] ?? 0) - amount)} y={20} width={x(amount)} height={24} />
            <Block tone={tone} x={0} y={54 + index * 20} width={12} height={12} />
            <Label x={20} y={64 + index * 20} text={`${label}: ${amount} ${unit}`} />
          </g>
        ))}
      </>
    ),
  }
}

/** Lanes below one another, each under its name. What does not fit into a span is in its tooltip. */
const drawTimeline = ({ unit, until, lanes }: Of<'timeline'>) => {
  const lane = 50
  const x = (time: number): number => (time / until) * width
  const times = [0, ...new Set(lanes.flatMap(({ spans }) => spans.map(({ to }) => to)))].toSorted(
    (a, b) => a - b,
  )
  const shown: number[] = []
  // Times that would overlap the one before, or the last, have no label.
  for (const time of times)
    if (time === until || (x(time) - x(shown.at(-1) ?? -until) >= 40 && x(until) - x(time) >= 60))
      shown.push(time)
  return {
    height: lanes.length * lane + 20,
    content: (
      <>
        {lanes.map(({ label, spans }, index) => (
          <g key={label}>
            <Label x={0} y={index * lane + 13} text={label} />
            {spans.map((span) => {
              const wide = x(span.to) - x(span.from)
              return (
                <g key={span.from}>
                  <title>{`${span.label}: ${span.from}–${span.to} ${unit}`}</title>
                  <Block tone={span.tone} x={x(span.from)} y={index * lane + 20} width={wide} height={22} />
                  {span.label.length * characterWidth < wide - 8 && (
                    <Label x={x(span.from) + 6} y={index * lane + 35} text={span.label} />
                  )}
                </g>
              )
            })}
          </g>
        ))}
        {shown.map((time) => (
          <Label
            key={time}
            x={x(time)}
            y={lanes.length * lane + 12}
            text={time === until ? `${time} ${unit}` : `${time}`}
            anchor={time === 0 ? 'start' : time === until ? 'end' : 'middle'}
          />
        ))}
      </>
    ),
  }
}

/** Boxes side by side; below them one line for each arrow, in the order of time. */
const drawFlow = ({ boxes, arrows }: Of<'flow'>) => {
  const column = width / boxes.length
  const labels = boxes.map(({ label }) => wrapWords(label, Math.floor((column - 24) / characterWidth)))
  const top = Math.max(...labels.map((lines) => lines.length)) * lineHeight + 16
  const height = top + arrows.length * 34 + 12
  const center = (box: number): number => (box + 0.5) * column
  return {
    height,
    content: (
      <>
        {boxes.map(({ label, tone }, index) => (
          <g key={label}>
            <line className="lifeline" x1={center(index)} x2={center(index)} y1={top} y2={height} />
            <Block tone={tone} x={index * column + 6} y={1} width={column - 12} height={top - 2} />
            {labels[index]?.map((line, row) => (
              <Label key={row} x={center(index)} y={20 + row * lineHeight} text={line} anchor="middle" />
            ))}
          </g>
        ))}
        {arrows.map(({ from, to, label, tone }, index) => {
          const y = top + index * 34 + 28
          const end = center(to)
          const back = end > center(from) ? -7 : 7
          return (
            <g key={index} className={`arrow ${tone}`}>
              <line x1={center(from)} x2={end} y1={y} y2={y} />
              <path d={`M${end} ${y}l${back} -4v8z`} />
              <Label x={(center(from) + end) / 2} y={y - 6} text={label} anchor="middle" />
            </g>
          )
        })}
      </>
    ),
  }
}

/** Scenes below one another: in each, places side by side, and what lies in them from top to bottom. */
const drawPlaces = ({ scenes }: Of<'places'>) => {
  const item = 24
  const heightOf = ({ places }: (typeof scenes)[number]): number =>
    62 + Math.max(1, ...places.map(({ items }) => items.length)) * item
  const tops = startsOf(scenes.map(heightOf))
  return {
    height: tops.at(-1) ?? 0,
    content: scenes.map((scene, index) => {
      const top = tops[index] ?? 0
      const column = width / scene.places.length
      return (
        <g key={scene.label}>
          <Label x={0} y={top + 14} text={scene.label} />
          {scene.places.map((place, at) => (
            <g key={place.label}>
              <rect
                className="place"
                rx={4}
                x={at * column + 1}
                y={top + 22}
                width={column - 10}
                height={heightOf(scene) - 34}
              />
              <Label x={at * column + 10} y={top + 39} text={place.label} />
              {place.items.map(({ label, tone }, row) => (
                <g key={row}>
                  <Block
                    tone={tone}
                    x={at * column + 10}
                    y={top + 47 + row * item}
                    width={column - 28}
                    height={item - 4}
                  />
                  <Label x={at * column + 18} y={top + 61 + row * item} text={label} />
                </g>
              ))}
            </g>
          ))}
        </g>
      )
    }),
  }
}

/** The names of the cases at the left, and a block for each cell. */
const drawGrid = ({ columns, rows }: Of<'grid'>) => {
  const left = columns.length === 1 ? 320 : 220
  const column = (width - left) / columns.length
  const wrapped = (text: string, room: number): readonly string[] =>
    wrapWords(text, Math.floor((room - 20) / characterWidth))
  const head = columns.map((title) => wrapped(title, column))
  const drawnRows = rows.map(({ label, cells }) => ({
    title: wrapped(label, left),
    cells: cells.map((cell) => ({ tone: cell.tone, lines: wrapped(cell.label, column) })),
  }))
  const heightOf = (...texts: readonly (readonly string[])[]): number =>
    Math.max(...texts.map(({ length }) => length)) * lineHeight + 12
  const top = heightOf(...head)
  const starts = startsOf(
    drawnRows.map(({ title, cells }) => heightOf(title, ...cells.map(({ lines }) => lines)) + 4),
  )
  return {
    height: top + (starts.at(-1) ?? 0),
    content: (
      <>
        {head.map((lines, index) => (
          <Lines key={index} x={left + index * column + 8} y={14} lines={lines} />
        ))}
        {drawnRows.map(({ title, cells }, row) => {
          const y = top + (starts[row] ?? 0)
          const height = (starts[row + 1] ?? 0) - (starts[row] ?? 0) - 4
          return (
            <g key={row}>
              <Lines x={0} y={y + 18} lines={title} />
              {cells.map(({ tone, lines }, index) => (
                <g key={index}>
                  <Block tone={tone} x={left + index * column} y={y} width={column - 6} height={height} />
                  <Lines x={left + index * column + 8} y={y + 18} lines={lines} />
                </g>
              ))}
            </g>
          )
        })}
      </>
    ),
  }
}

/** Where each of some parts begins that lie below one another, and where the last one ends. */
const startsOf = (heights: readonly number[]): readonly number[] =>
  heights.reduce<readonly number[]>((starts, height) => [...starts, (starts.at(-1) ?? 0) + height], [0])

type LinesProps = { readonly x: number; readonly y: number; readonly lines: readonly string[] }

const Lines = ({ x, y, lines }: LinesProps) =>
  lines.map((line, row) => <Label key={row} x={x} y={y + row * lineHeight} text={line} />)

type BlockProps = {
  readonly tone: Tone
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const Block = ({ tone, ...place }: BlockProps) => <rect className={`block ${tone}`} rx={3} {...place} />

type LabelProps = {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly anchor?: 'start' | 'middle' | 'end'
}

const Label = ({ x, y, text, anchor = 'start' }: LabelProps) => (
  <text x={x} y={y} textAnchor={anchor}>
    {text}
  </text>
)
