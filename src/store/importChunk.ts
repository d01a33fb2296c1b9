/** What has been fetched, or is being fetched, by its address. */
const fetched = new Map<string, Promise<void>>()

/** A browser, or what a person has added to it, may ignore prefetching without a word: then nothing waits for it. */
let canPrefetch = document.createElement('link').relList.supports('prefetch')
/** In milliseconds. */
const longestSilence = 2_000

/**
 * Imports a part of the page after all of its files have been fetched. Chromium remembers that a module could not be
 * fetched, or preloaded, and never asks for it again: so a script is imported only once it is in the browser's cache, where
 * prefetching puts it, and what failed can be tried again. The build calls this for every `import()`; see vite.config.ts.
 * `files`: of the part and of what it needs, relative to `importer`. Rejects when one of them cannot be fetched.
 */
export const importChunk = async <Chunk>(
  load: () => Promise<Chunk>,
  files: readonly string[] | undefined,
  importer: string,
): Promise<Chunk> => {
  await Promise.all((files ?? []).map((file) => fetchFile(new URL(file, importer).href)))
  return load()
}

const fetchFile = (address: string): Promise<void> => {
  const known = fetched.get(address)
  if (known) return known
  const isStyle = address.endsWith('.css')
  const isThere = isInPage(address) || !(isStyle || canPrefetch)
  const fetching = isThere ? Promise.resolve() : link(address, isStyle)
  fetched.set(address, fetching)
  fetching.catch(() => fetched.delete(address))
  return fetching
}

const isInPage = (address: string): boolean =>
  [...document.querySelectorAll('link'), ...document.scripts].some(
    (element) => ('href' in element ? element.href : element.src) === address,
  )

const link = (address: string, isStyle: boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    const element = document.createElement('link')
    element.rel = isStyle ? 'stylesheet' : 'prefetch'
    element.crossOrigin = ''
    let hasAnswered = false
    element.onload = () => {
      hasAnswered = true
      canPrefetch = true
      resolve()
    }
    element.onerror = () => {
      hasAnswered = true
      element.remove()
      reject(new Error(`${address} could not be fetched.`))
    }
    element.href = address
    document.head.append(element)
    if (isStyle) return
    setTimeout(() => {
      canPrefetch &&= hasAnswered
      resolve()
    }, longestSilence)
  })
