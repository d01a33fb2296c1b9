import { UsageError, type Command, type ExitCode, type Invocation } from './command'
import { ruleIds } from './ruleIds'
import { unknownWord } from './unknownWord'

export const explain: Command = {
  name: 'explain',
  summary: 'Show the page of a rule, or list all rules',
  run: async ({ operands, options, io }: Invocation): Promise<ExitCode> => {
    const unknown = operands.find((id) => !ruleIds.includes(id))
    if (unknown !== undefined)
      throw new UsageError(unknownWord(unknown, 'a rule', ruleIds, 'explain without a rule lists them.'))
    // The texts of all rules are only unpacked for this command.
    const { ruleList, rulePage } = await import('./rulePage')
    if (operands.length === 0) io.stdout.write(ruleList(options.write))
    for (const [index, id] of operands.entries())
      io.stdout.write(`${index > 0 ? '\n' : ''}${await rulePage(id, options.write)}`)
    return 0
  },
}
