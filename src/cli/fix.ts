import type { Command } from './command'

export const fix: Command = {
  name: 'fix',
  summary: 'Apply safe fixes, or show them with --dry-run',
  run: async (invocation) => (await import('./runFix')).runFix(invocation),
}
