import type { Pipeline } from './pipeline'
import { nodeVersion, runCommand, verifyCommand } from './programCommands'
import { yamlText } from './yamlText'

/** A block with two jobs, and a block for the deployment that depends on it. */
export const semaphore: Pipeline = {
  id: 'semaphore',
  title: 'Semaphore',
  help: 'A block with two jobs, validate and score. The block that deploys depends on it.',
  fileName: '.semaphore/semaphore.yml',
  lastStep: 'Replace the line of the deployment with your own, and push.',
  runsProgram: true,
  make: (input) => `# Checks the manifests before they are deployed.
version: v1.0
name: Manifests
agent:
  machine:
    type: e2-standard-2
    os_image: ubuntu2404
blocks:
  - name: Check manifests
    dependencies: []
    task:
      prologue:
        commands:
          - checkout
          - sem-version node ${nodeVersion}
          - ${yamlText(verifyCommand(input))}
      jobs:
        - name: validate
          commands:
            - ${yamlText(runCommand('validate', input))}
        - name: score
          commands:
            - ${yamlText(runCommand('score', input))}
  - name: Deploy
    dependencies: [Check manifests]
    run:
      when: branch = 'main' OR branch = 'master'
    task:
      jobs:
        - name: deploy
          commands:
            - checkout
            - echo "Your deployment goes here."
`,
}
