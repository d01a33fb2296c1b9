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
      unfixable: 'The problem is in the check, or the text is too large for it.',
    },
    {
      id: 'too-many-findings',
      title: 'Too many findings',
      topic: 'valid',
      severities: ['advice'],
      unfixable: 'It goes when enough of the other findings are fixed.',
    },
  ],
  finders: [],
}
