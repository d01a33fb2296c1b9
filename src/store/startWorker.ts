/** The addresses of the blobs that start workers, by the addresses of their scripts. */
const blobs = new Map<string, string>()

/**
 * The address of a blob that imports a script. A worker that starts from a blob inherits the content-security policy of
 * the page; one that starts from the address of its script is bound by the headers of that file alone, and many hosts
 * send none. Throws for a script of another origin.
 */
const blobFor = (script: string): string => {
  const known = blobs.get(script)
  if (known !== undefined) return known
  if (new URL(script).origin !== location.origin)
    throw new TypeError(`${script} is not a script of this page.`)
  const blob = new Blob([`import ${JSON.stringify(script)}`], { type: 'text/javascript' })
  const address = URL.createObjectURL(blob)
  blobs.set(script, address)
  return address
}

const scripts = globalThis.trustedTypes?.createPolicy('worker', { createScriptURL: blobFor })

/** Starts a worker under the content-security policy of the page. `script`: its absolute address, of the page's origin. */
export const startWorker = (script: string): Worker =>
  new Worker(scripts ? scripts.createScriptURL(script) : blobFor(script), { type: 'module' })
