import { onlyRule } from '../../pages/onlyRule'
import { ruleTitle } from '../../store/ruleTitle'
import { openText } from '../../store/openText'
import { store } from '../../store/store'

type Props = { readonly rule: string; readonly manifest: string }

/** Opens an example with its rule alone, as a session of its own: what is open stays in the list of sessions. */
export const OpenExample = ({ rule, manifest }: Props) => (
  <button
    className="link"
    type="button"
    onClick={() =>
      void openText(() => ({
        text: manifest,
        name: `Example: ${ruleTitle(rule)}`,
        settings: onlyRule(rule, store.getState().report?.rules ?? {}),
      }))
    }
  >
    Open in playground
  </button>
)
