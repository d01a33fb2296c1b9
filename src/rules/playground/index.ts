import type { Source } from '../../engine/findings/source'

/** What the playground has to say about itself. */
export const playground: Source = {
  id: 'playground',
  title: 'Playground',
  rules: [
    {
      id: 'check-failed',
      title: 'Check failed',
      topic: 'valid',
      severities: ['warning'],
      unfixable: 'The problem is in the check, not in your text.',
    },
  ],
  finders: [],
}
