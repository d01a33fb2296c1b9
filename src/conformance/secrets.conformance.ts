import { describe, expect, test } from 'vitest'
import { DocumentCache } from '../engine/objects/documentCache'
import { applyEdits } from '../engine/model/textEdit'
import { findSecrets } from '../session/secrets/findSecrets'
import type { Secret } from '../session/secrets/secret'
import { corpus, recorded } from './recordings'

const secretsOf = (text: string): readonly Secret[] => findSecrets(text, new DocumentCache().read(text))

/** What the documents of a text are, whatever their values: whether they can be read, and the objects in them. */
const shapeOf = (text: string) =>
  new DocumentCache().read(text).map(({ reading: { document, objects } }) => ({
    status: document.status,
    objects: objects.map(({ apiVersion, kind, namespace, name }) => ({ apiVersion, kind, namespace, name })),
  }))

describe.skipIf(!recorded)('secrets in the corpus', () => {
  test('few manifests raise an alarm, and blanking changes nothing but the secrets', () => {
    let alarms = 0
    for (const { input: text } of corpus()) {
      const secrets = secretsOf(text)
      if (secrets.length === 0) continue
      alarms++
      const blanked = applyEdits(
        text,
        secrets.map(({ blanked: edit }) => edit),
      )
      expect(secretsOf(blanked)).toEqual([])
      expect(shapeOf(blanked)).toEqual(shapeOf(text))
    }
    // 15 have a Secret with data, 13 a password or key in a variable or a ConfigMap; each was looked at.
    expect(alarms).toBe(28)
  })
})
