import { commandLine, withoutFlag } from '../engine/model/settingFlags'
import { folderWord } from './folder'
import type { Pipeline } from './pipeline'

/** Both commands run, and the script fails when one of them does. kube-score does not read folders. */
export const otherTools: Pipeline = {
  id: 'other-tools',
  title: 'kube-score and kubeconform',
  help: 'A script that runs these two tools with the same settings, as far as they have flags for them.',
  fileName: 'check-manifests.sh',
  lastStep: 'Install both tools where it runs, and run it before the deployment: sh check-manifests.sh',
  runsProgram: false,
  make: ({ settings, folder }) => {
    const flagless = withoutFlag(settings).map(({ label }) => label)
    const note = flagless.length > 0 ? `# No flag does the same as: ${flagless.join(', ')}.\n` : ''
    return `#!/bin/sh
${note}status=0

${commandLine('kubeconform', settings, folderWord(folder))} || status=1

find ${folderWord(folder)} \\( -name '*.yaml' -o -name '*.yml' \\) -type f -exec \\
  ${commandLine('kubeScore', settings, '{}')} + || status=1

exit $status
`
  },
}
