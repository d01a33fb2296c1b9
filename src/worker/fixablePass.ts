import type { FixableFinding } from '../engine/fixes/fixer'
import { completeEngineFor, fixerFor } from './engines'
import { pause } from './pause'
import type { Fixable, Request } from './protocol'

/** Milliseconds of work before other messages get their turn. */
const slice = 8

/**
 * Works out which findings of a text have a fix, a slice at a time. Undefined when `isStale` says that something newer
 * has come.
 */
export const fixablePass = async (
  { revision, text, settings }: Request,
  isStale: () => boolean,
): Promise<Fixable | undefined> => {
  const { engine, notLoaded } = await completeEngineFor(text, settings)
  const fixer = await fixerFor(engine)
  await pause()
  if (isStale()) return undefined
  const fixable: FixableFinding[] = []
  let until = performance.now() + slice
  for (const finding of fixer.fixableFindings(text, settings)) {
    if (finding) fixable.push(finding)
    if (performance.now() < until) continue
    await pause()
    if (isStale()) return undefined
    until = performance.now() + slice
  }
  return { revision, fixable, notLoaded }
}
