import { evaluate } from '../engine/evaluate'
import { fetchCustomResources, hasMends, libraryFor, loadMends } from './library'
import type { Answer, Ask, Fetch, Reply, Request } from './protocol'

const answer = async ({ revision, text, settings }: Request): Promise<Answer> => {
  try {
    const prepared = libraryFor(text, settings)
    const { library, notLoaded } = prepared instanceof Promise ? await prepared : prepared
    return { revision, report: evaluate(text, settings, library), notLoaded }
  } catch (error) {
    return { revision, failure: error instanceof Error ? error.message : String(error) }
  }
}

let newest = 0

/** Answers at once; and once more, with the fixes, when what works them out has come. */
const respond = async (request: Request): Promise<void> => {
  newest = request.revision
  const isWhole = hasMends()
  postMessage(await answer(request))
  if (isWhole) return
  await loadMends().catch(() => undefined)
  if (hasMends() && newest === request.revision) postMessage(await answer(request))
}

const reply = async ({ ask, question }: Ask): Promise<Reply> => {
  const { replyTo } = await import('./replies')
  return { ask, reply: await replyTo(question) }
}

const fetchAll = async (): Promise<void> => {
  await import('./replies')
  await fetchCustomResources()
}

addEventListener('message', ({ data }: MessageEvent<Request | Ask | Fetch>) => {
  if ('fetchAll' in data) void fetchAll().catch(() => undefined)
  else if ('ask' in data)
    void reply(data)
      .catch((): Reply => ({ ask: data.ask, reply: undefined }))
      .then(postMessage)
  else void respond(data)
})
