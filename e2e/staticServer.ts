import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { headersOf } from '../src/build/contentSecurity'

/** The folder with the built page. */
export const dist = fileURLToPath(new URL('../dist', import.meta.url))

/** `path`: from the folder of the page, with its query. `size`: of the body that was sent, in bytes. */
type Asked = { readonly method: string; readonly path: string; readonly size: number }

export type StaticServer = {
  /** Of the folder of the page; ends with a slash. */
  readonly address: string
  /** Every request so far. */
  readonly asked: readonly Asked[]
  /** Serves the files of another folder from now on, like a host after a new deployment. */
  readonly deploy: (folder: string) => void
  /** From now on nobody answers. */
  readonly stop: () => Promise<void>
}

type Options = {
  readonly folder?: string
  /** Where the page is on the host: begins and ends with a slash. */
  readonly under?: string
  /** Whether it sends the headers of `_headers`; otherwise none but the type. */
  readonly withHeaders?: boolean
  /** Changes a file on its way. A file that a test fulfills instead counts as one from the internet for the browser. */
  readonly change?: (path: string, text: string) => string
}

/** What browsers insist on; everything else may be anything. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

/** The simplest host there is: files, and 404 for everything else. */
export const staticServer = async ({
  folder = dist,
  under = '/',
  withHeaders = false,
  change,
}: Options = {}): Promise<StaticServer> => {
  const asked: Asked[] = []
  let deployed = folder

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? ''
    let size = 0
    for await (const chunk of request) size += (chunk as Buffer).length
    asked.push({ method: request.method ?? '', path: url.replace(under, ''), size })
    const [pathname = ''] = url.split('?')
    const path = pathname.slice(under.length)
    const file = join(deployed, path === '' ? 'index.html' : path)
    if (!pathname.startsWith(under) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end()
      return
    }
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { ...(withHeaders && headersOf(path)), 'Content-Type': type })
    const bytes = readFileSync(file)
    response.end(change && type.startsWith('text/') ? change(path, bytes.toString()) : bytes)
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  return {
    address: `http://127.0.0.1:${port}${under}`,
    asked,
    deploy: (next) => {
      deployed = next
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
