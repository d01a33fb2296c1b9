import type { Pipeline } from './pipeline'
import { nodeVersion, runCommand, verifyCommand } from './programCommands'
import { yamlText } from './yamlText'

/** Commits of releases: a tag can be moved to other code. */
const pins = {
  checkout: 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2',
  setupNode: 'actions/setup-node@6044e13b5dc448c55e2357c09f80417699197238 # v6.2.0',
  uploadSarif: 'github/codeql-action/upload-sarif@5d4e8d1aca955e8d8589aabd499c5cae939e33c7 # v4.31.9',
}

/** The upload cannot work everywhere, and findings must stop the deployment anyway: it comes first, and may fail. */
export const githubActions: Pipeline = {
  id: 'github',
  title: 'GitHub Actions',
  help: 'Findings are marked in pull requests and listed under code scanning. The job that deploys needs this one.',
  fileName: '.github/workflows/manifests.yml',
  lastStep: 'Replace the line of the deployment with your own, and push.',
  runsProgram: true,
  make: (input) => `# Checks the manifests before they are deployed.
name: Manifests
on:
  pull_request:
  push:

permissions:
  contents: read

jobs:
  check:
    name: Check manifests
    runs-on: ubuntu-24.04
    permissions:
      contents: read
      # Both let the results be uploaded to code scanning; the first is only needed in private repositories.
      actions: read
      security-events: write
    steps:
      - uses: ${pins.checkout}
        with:
          persist-credentials: false
      - uses: ${pins.setupNode}
        with:
          node-version: '${nodeVersion}'
          package-manager-cache: false
      - name: Verify the program
        run: ${yamlText(verifyCommand(input))}
      - name: Write the report for code scanning
        run: ${yamlText(`${runCommand('check --report-only --output sarif', input)} > manifests.sarif`)}
      # Fails where code scanning is off and in pull requests from forks: only the next step decides.
      - name: Upload the report
        continue-on-error: true
        uses: ${pins.uploadSarif}
        with:
          sarif_file: manifests.sarif
          category: manifests
      - name: Check
        run: ${yamlText(runCommand('check --output github', input))}

  deploy:
    needs: check
    if: github.event_name == 'push' && github.ref_name == github.event.repository.default_branch
    runs-on: ubuntu-24.04
    steps:
      - run: echo "Your deployment goes here."
`,
}
