import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The files in a folder and its folders, as sorted paths with `/`: the same on every machine. */
export const listFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
