import type { JsonObject } from '../../engine/model/json'
import type { Hint, Answer } from '../answer'
import { subdomainProblem } from '../../kubernetes/names'
import type { Place } from '../place'
import { has, numberAt, objectAt, textAt } from '../read'
import { portInRange } from '../ports'
import { invalid, quoted, required } from '../say'

const rule = 'invalid-webhook-address'

/** How to reach a webhook: by an address or a Service. Source: apiserver/pkg/util/webhook/validation.go. */
export function validateClient(client: JsonObject, place: Place, answer: Answer): void {
  const hasAddress = has(client, 'url')
  const hasService = has(client, 'service')
  const both = 'The webhook has both a url and a service. It must have only one of them.'
  if (hasAddress && hasService) required(answer, place, both, 'only-one-allowed')
  else if (hasAddress) validateAddress(textAt(client, 'url'), place.child('url'), answer)
  else if (hasService) validateService(objectAt(client, 'service'), place.child('service'), answer)
  else required(answer, place, 'The webhook has neither a url nor a service.')
}

/** Source: `ValidateWebhookURL`. */
function validateAddress(address: string, place: Place, answer: Answer): void {
  const parts = /^(?:([A-Za-z][A-Za-z\d+.-]*):)?(?:\/\/([^/?#]*))?[^?#]*(?:\?([^#]*))?(?:#(.*))?$/s.exec(
    address,
  )
  if (!parts || hasControls(address) || address.startsWith(':'))
    return required(answer, place, `The url of the webhook is ${quoted(address)}, which is not a URL.`, rule)
  const [, scheme = '', authority = '', query = '', fragment = ''] = parts
  const what = `The url ${quoted(address)} of the webhook`
  const refuse = (problem: string, hint?: Hint): void =>
    invalid(answer, place, `${what} ${problem}.`, rule, hint)
  const host = authority.replace(/^.*@/s, '')
  if (scheme.toLowerCase() !== 'https')
    refuse(
      'must begin with https://',
      host !== '' && scheme.toLowerCase() === 'http'
        ? { kind: 'set', value: address.replace(/^http:/i, 'https:') }
        : undefined,
    )
  if (host === '') refuse('must have a host')
  if (authority.includes('@')) refuse('must not have a user')
  if (fragment !== '') refuse('must not have a fragment, “#…”')
  if (query !== '') refuse('must not have parameters, “?…”')
}

const hasControls = (text: string): boolean =>
  [...text].some((character) => character < ' ' || character === '\u007f')

/** Source: `ValidateWebhookService`. The callers there give name and namespace in the wrong order. */
function validateService(service: JsonObject, place: Place, answer: Answer): void {
  if (textAt(service, 'namespace') === '')
    required(
      answer,
      place.child('namespace').spelled(`${place.field}.name`),
      'The service of the webhook has no namespace.',
    )
  if (textAt(service, 'name') === '')
    required(
      answer,
      place.child('name').spelled(`${place.field}.namespace`),
      'The service of the webhook has no name.',
    )
  portInRange(
    answer,
    place.child('port'),
    'The port of the webhook service',
    numberAt(service, 'port') ?? 443,
  )
  validatePath(textAt(service, 'path'), place.child('path'), answer)
}

function validatePath(path: string, place: Place, answer: Answer): void {
  if (path === '' || path === '/') return
  const refuse = (message: string): void =>
    invalid(answer, place, `The path ${quoted(path)} of the webhook service ${message}.`, rule)
  if (path === '//') return refuse('must not have an empty part')
  if (!path.startsWith('/')) refuse('must begin with “/”')
  for (const part of path.slice(1).replace(/\/$/, '').split('/')) {
    const problem = subdomainProblem(part)
    if (part === '') refuse('must not have an empty part')
    else if (problem !== undefined) refuse(`has the part ${quoted(part)}, which ${problem}`)
  }
}
