import type { JsonObject } from '../../engine/model/json'
import { decodeBase64 } from '../../kubernetes/base64'
import type { Answer } from '../answer'
import type { Kind } from '../kind'
import { subdomainProblem } from '../../kubernetes/names'
import { atLeast } from '../numbers'
import { root } from '../place'
import { numberAt, objectAt, textAt, textsAt } from '../read'
import { duplicate, invalid, oneOf, quoted, remove, repeated, required } from '../say'

const place = root.child('spec')

const usages = [
  ...['signing', 'digital signature', 'content commitment', 'key encipherment', 'key agreement'],
  ...['data encipherment', 'cert sign', 'crl sign', 'encipher only', 'decipher only', 'any', 'server auth'],
  ...['client auth', 'code signing', 'email protection', 's/mime', 'ipsec end system', 'ipsec tunnel'],
  ...['ipsec user', 'timestamping', 'ocsp signing', 'microsoft sgc', 'netscape sgc'],
]

const block = /-----BEGIN CERTIFICATE REQUEST-----\s[^]*?-----END CERTIFICATE REQUEST-----/

/**
 * The contents of the request and its signature are not checked.
 * Source: pkg/apis/certificates/validation, `validateCertificateSigningRequest`.
 */
function validate(object: JsonObject, answer: Answer): void {
  const spec = objectAt(object, 'spec')
  if (!block.test(decodeBase64(textAt(spec, 'request')) ?? ''))
    invalid(
      answer,
      place.child('request'),
      'The request must be a PEM block of type CERTIFICATE REQUEST, in base64.',
      'invalid-certificate-request',
    )
  const asked = textsAt(spec, 'usages')
  if (asked.length === 0)
    required(
      answer,
      place.child('usages'),
      'The CertificateSigningRequest has no usages, such as “client auth”.',
    )
  asked.forEach((usage, index) =>
    oneOf(answer, place.child('usages').index(index), 'The usage of the certificate', usage, usages),
  )
  for (const index of repeated(asked))
    duplicate(
      answer,
      place.child('usages').index(index),
      `The CertificateSigningRequest has the usage ${quoted(asked[index] ?? '')} twice.`,
      remove,
    )
  validateSigner(textAt(spec, 'signerName'), answer)
  const seconds = numberAt(spec, 'expirationSeconds')
  if (seconds !== undefined)
    atLeast(
      answer,
      place.child('expirationSeconds'),
      'The expirationSeconds of the CertificateSigningRequest',
      seconds,
      600,
    )
}

/** Source: `ValidateCertificateSigningRequestSignerName`. */
function validateSigner(signer: string, answer: Answer): void {
  const at = place.child('signerName')
  const refuse = (message: string): void => invalid(answer, at, message, 'invalid-name')
  if (signer === '') return required(answer, at, 'The CertificateSigningRequest has no signerName.')
  if (signer === 'kubernetes.io/legacy-unknown')
    return refuse('The signerName kubernetes.io/legacy-unknown is no longer allowed.')
  const [domain = '', path = '', ...more] = signer.split('/')
  if (more.length > 0 || !signer.includes('/'))
    return refuse(`The signerName ${quoted(signer)} must be a domain and a name with one “/” between them.`)
  for (const [what, part] of Object.entries({ domain, name: path })) {
    const problem = subdomainProblem(part)
    if (problem !== undefined) refuse(`The ${what} in the signerName ${quoted(signer)} ${problem}.`)
  }
  if (!domain.includes('.')) refuse(`The domain in the signerName ${quoted(signer)} must have a dot.`)
  if (signer.length > 571) refuse('The signerName must have at most 571 characters.')
}

export const certificateKinds: readonly Kind[] = [
  {
    of: ['certificates.k8s.io/v1 CertificateSigningRequest'],
    isClusterScoped: true,
    name: () => undefined,
    validate,
  },
]
