import { evaluate } from '../engine/report/evaluate'
import { fetchCustomResources, libraryFor, loadMends } from './library'
import { withoutProposals } from './withoutProposals'
import type { Answer, Ask, Fetch, Reply, Request } from './protocol'

const answer = async ({ revision, text, settings }: Request): Promise<Answer> => {
  try {
    const prepared = libraryFor(text, settings)
    const { library, notLoaded } = prepared instanceof Promise ? await prepared : prepared
    const report = withoutProposals(evaluate(text, settings, library))
    return { revision, report, notLoaded, withFixes: library.mends !== undefined }
  } catch (error) {
    return { revision, failure: error instanceof Error ? error.message : String(error) }
  }
}

/** The last request, as long as it is answered without the fixes. */
let owing: Request | undefined

const respond = async (request: Request): Promise<void> => {
  const said = await answer(request)
  owing = 'withFixes' in said && !said.withFixes ? request : undefined
  postMessage(said)
}

/** From now on with the fixes; what was answered without them is answered once more. */
const fetchMends = async (): Promise<void> => {
  await loadMends()
  if (owing) await respond(owing)
}

const reply = async ({ ask, question }: Ask): Promise<Reply> => {
  const { replyTo } = await import('./replies')
  return { ask, reply: await replyTo(question) }
}

const fetchAll = async (): Promise<void> => {
  await Promise.all([import('./replies'), import('../formats/overlayBetween'), fetchMends()])
  await fetchCustomResources()
}

addEventListener('message', ({ data }: MessageEvent<Request | Ask | Fetch>) => {
  if ('fetch' in data) void (data.fetch === 'all' ? fetchAll() : fetchMends()).catch(() => undefined)
  else if ('ask' in data)
    void reply(data)
      .catch((): Reply => ({ ask: data.ask, reply: undefined }))
      .then(postMessage)
  else void respond(data)
})
