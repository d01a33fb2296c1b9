/** A file's name as programs compare it with the files of a repository: without `./`, with `/` between folders. */
export const repositoryPath = (name: string): string => name.replace(/^(?:\.\/+)+/, '')

/**
 * A file's name as a URI reference (RFC 3986): `k8s/a b.yaml` → `k8s/a%20b.yaml`. Relative as long as the name is; an
 * absolute one becomes a `file:` URI.
 */
export const fileUri = (name: string): string => {
  const path = repositoryPath(name)
    .split('/')
    .map((step) => encodeURIComponent(step.replace(/\p{Cs}/gu, '\uFFFD')))
    .join('/')
  return path.startsWith('/') ? `file://${path}` : path
}
