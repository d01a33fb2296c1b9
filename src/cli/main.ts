import { isMainThread } from 'node:worker_threads'
import { processIo } from './io'
import { run } from './run'
import { serveThread } from './thread'

if (isMainThread) process.exitCode = await run(process.argv.slice(2), processIo(import.meta.url))
else serveThread()
