import { evaluate, loadAll } from './engines'
import type { Answer, Ask, Load, Reply, Request } from './protocol'

/** The newest request; older ones need no more work. */
let newest: Request | undefined

/** Whether the page wants to know which findings have a fix: it does when its first report is on the screen. */
let sendsFixable = false

const answer = async ({ revision, text, settings }: Request): Promise<Answer> => {
  try {
    return { revision, ...(await evaluate(text, settings)) }
  } catch (error) {
    return { revision, failure: error instanceof Error ? error.message : String(error) }
  }
}

const respond = async (request: Request): Promise<void> => {
  newest = request
  postMessage(await answer(request))
  await sendFixable()
}

const sendFixable = async (): Promise<void> => {
  const request = newest
  if (!sendsFixable || !request) return
  const { fixablePass } = await import('./fixablePass')
  const fixable = await fixablePass(request, () => newest !== request)
  if (fixable) postMessage(fixable)
}

const reply = async ({ ask, question }: Ask): Promise<Reply> => {
  const { replyTo } = await import('./replies')
  return { ask, reply: await replyTo(question) }
}

const load = async (what: Load['load']): Promise<void> => {
  sendsFixable = true
  await sendFixable()
  if (what === 'fixes') return
  await Promise.all([
    import('./replies'),
    import('../formats/overlayBetween'),
    import('../formats/unifiedDiff'),
  ])
  await loadAll()
}

addEventListener('message', ({ data }: MessageEvent<Request | Ask | Load>) => {
  if ('load' in data) void load(data.load).catch(() => undefined)
  else if ('ask' in data)
    void reply(data)
      .catch((): Reply => ({ ask: data.ask, reply: undefined }))
      .then(postMessage)
  else void respond(data).catch(() => undefined)
})
