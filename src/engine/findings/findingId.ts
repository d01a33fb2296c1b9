import type { Finding } from '../model/finding'

/**
 * A short name for a finding that stays the same while the text around it changes: rule, object and place, hashed by
 * FNV-1a over two lanes of 32 bits.
 */
export function findingId(rule: string, object: string, place: string): string {
  const text = `${rule}\0${object}\0${place}`
  return lane(text, 0x811c9dc5) + lane(text, 0x01000193)
}

function lane(text: string, seed: number): string {
  let hash = seed
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36)
}

/** Adds a number to the ids that repeat: the second finding of a rule at the same path gets `-2`. */
export function distinctIds(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const count = (seen.get(finding.id) ?? 0) + 1
    seen.set(finding.id, count)
    return count === 1 ? finding : { ...finding, id: `${finding.id}-${count}` }
  })
}
