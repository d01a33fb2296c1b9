/**
 * A short name for a finding that stays the same while the text around it changes: check, object and place, hashed by
 * FNV-1a over two lanes of 32 bits.
 */
export function findingId(check: string, object: string, place: string): string {
  const text = `${check}\0${object}\0${place}`
  return lane(text, 0x811c9dc5) + lane(text, 0x01000193)
}

function lane(text: string, seed: number): string {
  let hash = seed
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return (hash >>> 0).toString(36)
}
