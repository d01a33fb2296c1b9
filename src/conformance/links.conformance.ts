import { describe, expect, test } from 'vitest'
import { decodeSession, encodeSession } from '../session/link'
import { corpus, recorded } from './recordings'

/**
 * Size classes of manifests, in bytes below `to`, with the average length of a link in lz-string 1.5.0
 * (`compressToEncodedURIComponent`), measured over the same manifests.
 */
const classes = [
  { name: '< 600 bytes', to: 600, lzString: 293 },
  { name: '600–1,500 bytes', to: 1_501, lzString: 709 },
  { name: '1.5–4 kB', to: 4_001, lzString: 1_588 },
  { name: '> 4 kB', to: Infinity, lzString: 6_459 },
]

/** The most characters behind `#` that a link may have on average, for manifests of 600 to 1,500 bytes. */
const aim = 343

describe.skipIf(!recorded)('links to the corpus', () => {
  test('every manifest comes back to the letter, and links are short', async () => {
    const lengths = classes.map((): number[] => [])
    for (const { input: text } of corpus()) {
      const session = { text, settings: {}, view: {} }
      const encoded = await encodeSession(session)
      const data = 'data' in encoded ? encoded.data : expect.fail(encoded.problem)
      expect(await decodeSession(data)).toEqual({ session })
      const bytes = Buffer.byteLength(text)
      lengths[classes.findIndex(({ to }) => bytes < to)]?.push(`1.${data}`.length)
    }
    const averages = lengths.map((all) =>
      Math.round(all.reduce((sum, length) => sum + length, 0) / all.length),
    )
    const table = classes.map(({ name, lzString }, index) => ({
      manifests: name,
      count: lengths[index]?.length,
      'characters behind #': averages[index],
      'lz-string': lzString,
    }))
    process.stdout.write(
      ['\nCharacters behind # on average', ...table.map((row) => Object.values(row).join('\t')), ''].join(
        '\n',
      ),
    )
    expect(averages[1]).toBeLessThanOrEqual(aim)
    // Twice as short, whatever the size.
    for (const [index, { lzString }] of classes.entries()) expect(averages[index]).toBeLessThan(lzString / 2)
  })
})
