import { directoryProblem } from '../../../kubernetes/names'

/*
 * The forms of texts in containers. Source: k8s.io/apimachinery, `util/validation`.
 * Each function says what is wrong, as the end of a sentence (“must be …”); undefined when nothing is.
 */

/**
 * The name of an environment variable. Source: `IsRelaxedEnvVarName`, and `IsEnvVarName` for `isStrict`: versions before
 * 1.32.
 */
export function envNameProblem(text: string, isStrict: boolean): string | undefined {
  if (!isStrict)
    return /^[ -<>-~]+$/.test(text) ? undefined : 'must consist of printable ASCII characters other than “=”'
  if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(text))
    return 'must consist of letters, digits, “_”, “-” and “.”, and not begin with a digit'
  return directoryProblem(text)
}

/** The name of an HTTP header. Source: `IsHTTPHeaderName`. */
export const headerNameProblem = (text: string): string | undefined =>
  /^[-A-Za-z0-9]+$/.test(text) ? undefined : 'must consist of letters, digits and hyphens'
