import { programName } from '../session/program'
import { customGroupCount } from '../schemas/assets'
import { kubernetesVersions } from '../schemas/versions'
import type { Command } from './command'
import { versionText } from './version'

export const versions: Command = {
  name: 'versions',
  summary: 'Show the versions of the program and of Kubernetes',
  run: async ({ io }) => {
    io.stdout.write(
      [
        `${programName} ${versionText()}`,
        `Kubernetes: ${kubernetesVersions.toReversed().join(', ')}`,
        `Custom resources: ${customGroupCount} API groups`,
        '',
      ].join('\n'),
    )
    return 0
  },
}
