/** What each example shows, in a few words, by its id. */
export const abouts: Readonly<Record<string, string>> = {
  'bare-web-app': 'One replica and its Service, nothing else',
  'hardened-web-app': 'The same app with everything the checks ask for',
  'tutorial-final': '“Secure your Kubernetes deployments”, done: what newer checks still find',
  'broken-document': 'A quote that is never closed, between two valid objects',
  'json-list': 'As kubectl get prints it',
  'helm-template': 'Why it has to be rendered before it can be scored',
}
