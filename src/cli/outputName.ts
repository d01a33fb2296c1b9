import { isAbsolute, relative, sep } from 'node:path'

/** A file as reports name it: relative to the working folder, with slashes. `isGivenAbsolute`: what is outside stays absolute. */
export function outputName(cwd: string, path: string, isGivenAbsolute = false): string {
  const name = relative(cwd, path)
  const isOutside = name === '' || isAbsolute(name) || (isGivenAbsolute && name.startsWith('..'))
  return (isOutside ? path : name).split(sep).join('/')
}
