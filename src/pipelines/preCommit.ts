import { shellWord } from '../engine/model/shellWord'
import { folderPattern } from './folder'
import type { Pipeline } from './pipeline'
import { runCommand, verifyCommand } from './programCommands'
import { yamlText } from './yamlText'

/** A hook has no shell, and the program must not run before it is verified: hence `sh -c`. */
export const preCommit: Pipeline = {
  id: 'pre-commit',
  title: 'pre-commit',
  help: 'A hook on each developer’s machine. It stops a commit; only a pipeline can stop a deployment.',
  fileName: '.pre-commit-config.yaml',
  lastStep: 'Commit, and run pre-commit install in each clone.',
  runsProgram: true,
  make: (input) => `# Checks the manifests before they are committed.
repos:
  - repo: local
    hooks:
      - id: manifest-playground
        name: Check Kubernetes manifests
        language: system
        entry: ${yamlText(`sh -c ${shellWord(`${verifyCommand(input)} && ${runCommand('check', input)}`)}`)}
        files: ${yamlText(folderPattern(input.folder))}
        # All of them, not only those of the commit: a check may need the objects of several files.
        pass_filenames: false
`,
}
