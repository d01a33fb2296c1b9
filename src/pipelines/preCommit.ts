import { shellWord } from '../engine/model/shellWord'
import type { Pipeline } from './pipeline'
import { runCommand, verifyAnywhereCommand } from './programCommands'
import { programFile } from '../session/program'
import { yamlText } from './yamlText'

/**
 * A hook has no shell, and the program must not run before it is verified: hence `sh -c`. It always runs, because also a commit
 * that only deletes a file, or changes the settings, can break something.
 */
export const preCommit: Pipeline = {
  id: 'pre-commit',
  title: 'pre-commit',
  help: 'A hook on each developer’s machine. It stops a commit; only a pipeline can stop a deployment.',
  fileName: '.pre-commit-config.yaml',
  lastStep: 'Commit, and run pre-commit install in each clone.',
  runsProgram: true,
  make: (
    input,
  ) => `# Checks the manifests before they are committed. So that Git for Windows keeps the program as it is, add this line to
# .gitattributes: ${programFile} -text
repos:
  - repo: local
    hooks:
      - id: manifest-playground
        name: Check Kubernetes manifests
        language: system
        entry: ${yamlText(`sh -c ${shellWord(`${verifyAnywhereCommand(input)} && ${runCommand('check', input)}`)}`)}
        # All files, not only those of the commit: a check may need the objects of several.
        always_run: true
        pass_filenames: false
`,
}
