import type { Pipeline } from './pipeline'
import { nodeVersion, runCommand, verifyCommand } from './programCommands'
import { yamlText } from './yamlText'

const report = 'gl-code-quality-report.json'

/** A stage before that of the deployment. GitLab uploads reports of failed jobs, too. */
export const gitlab: Pipeline = {
  id: 'gitlab',
  title: 'GitLab CI/CD',
  help: 'Merge requests show the findings as a code quality report. The stage that deploys comes after this one.',
  fileName: '.gitlab-ci.yml',
  lastStep: 'Replace the line of the deployment with your own, and push.',
  runsProgram: true,
  make: (input) => `# Checks the manifests before they are deployed.
stages:
  - check
  - deploy

manifests:
  stage: check
  image: node:${nodeVersion}-bookworm-slim
  script:
    - ${yamlText(verifyCommand(input))}
    - ${yamlText(`${runCommand('check --report-only --output gitlab', input)} > ${report}`)}
    - ${yamlText(runCommand('check', input))}
  artifacts:
    reports:
      codequality: ${report}

deploy:
  stage: deploy
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - echo "Your deployment goes here."
`,
}
