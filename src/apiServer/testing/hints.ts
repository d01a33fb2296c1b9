import type { JsonObject } from '../../engine/model/json'
import { admitObject } from '../admit'
import type { Hint } from '../answer'

const hintText = (hint: Hint | undefined): string => {
  if (!hint) return ''
  if (hint.kind === 'set') return ` → ${JSON.stringify(hint.value)}`
  if (hint.kind === 'number') return ` → ${hint.least}…${hint.most}`
  return hint.kind === 'word' ? ` → one of ${hint.allowed.join(', ')}` : ` → ${hint.kind}`
}

/**
 * Where in the text each thing is that the server refuses or warns of, and what a fix can be made from:
 * `invalid-port spec.ports.0.port → 1…65535`. A key is marked: `key data.a/b`.
 */
export const hinted = (object: JsonObject, minor = 36): readonly string[] => {
  const answer = admitObject(object, minor)
  return [
    ...new Set(
      [...(answer?.causes ?? []), ...(answer?.warnings ?? [])].map(
        ({ rule, place, hint }) =>
          `${rule} ${place.isAboutKey ? 'key ' : ''}${place.path.join('.')}${hintText(hint)}`,
      ),
    ),
  ]
}
