/** Why we do not answer as a recorded API server did. */
export const apiServerDifferences: Readonly<Record<string, string>> = {
  'one-stack': 'The recorded cluster has only IPv4 addresses; others have IPv6, which no text can tell.',
  'said-once':
    'Before 1.36 the server called a driver without a name invalid too. That it is required is enough.',
  emulation:
    'A server of 1.36 played an older version. It knows fields that a server of that version does not know, and drops them, and its code is that of 1.36: a real server refuses the fields, and did not validate the templates of StatefulSets in 1.33.',
}
