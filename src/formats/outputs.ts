import { manifestType } from './manifestType'

/** A manifest before and after fixes. `name`: of its file, `manifest.yaml`. */
type FixedManifest = { readonly name: string; readonly before: string; readonly after: string }

type OutputFile = { readonly name: string; readonly text: string; readonly mimeType: string }

/** `notes`: how to use the files, and what they leave out, in sentences. */
export type OutputFiles = { readonly files: readonly OutputFile[]; readonly notes: readonly string[] }

/** A form in which a fixed manifest can leave the page. */
export type Output = {
  readonly id: string
  /** As in a menu. */
  readonly title: string
  /** What it is for, in a sentence. */
  readonly help: string
  readonly make: (manifest: FixedManifest) => Promise<OutputFiles>
}

/** In the order in which they are offered. */
export const outputs: readonly Output[] = [
  {
    id: 'manifest',
    title: 'Manifest',
    help: 'The whole text with the fixes, to take the place of the file',
    make: async ({ name, after }) => ({
      files: [{ name, text: after, mimeType: manifestType(name) }],
      notes: [],
    }),
  },
  {
    id: 'patch',
    title: 'Patch',
    help: 'Only the lines that change, to review and to apply with patch or git',
    make: async ({ name, before, after }) => {
      const { unifiedDiff } = await import('./unifiedDiff')
      const file = `${name.replace(/\.\w+$/, '')}.patch`
      const text = unifiedDiff(before, after, name)
      return {
        files: [{ name: file, text, mimeType: 'text/x-diff' }],
        notes: [`Apply it with: patch -p1 < ${file}`],
      }
    },
  },
  {
    id: 'kustomize',
    title: 'Kustomize overlay',
    help: 'For manifests that you cannot edit: the changes stay in files of their own',
    make: async ({ name, before, after }) => {
      const { overlayBetween } = await import('./overlayBetween')
      const { files, left } = overlayBetween(before, after, name)
      const names = files.map((file) => file.name).join(' and ')
      return {
        files: files.map((file) => ({ ...file, mimeType: 'application/yaml' })),
        notes: [...(names === '' ? [] : [`Put ${names} next to ${name}.`]), ...left],
      }
    },
  },
]
