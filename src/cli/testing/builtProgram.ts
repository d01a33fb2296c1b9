import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildProgram } from '../../build/program'

let built: Promise<string> | undefined

/** The path of the program as the build makes it: built once for all tests of a worker. */
export const builtProgram = (): Promise<string> => (built ??= build())

const build = async (): Promise<string> => {
  const { fileName, code } = await buildProgram()
  const folder = resolve(`node_modules/.cache/program/${process.pid}`)
  mkdirSync(folder, { recursive: true })
  const path = join(folder, fileName)
  writeFileSync(path, code, { mode: 0o755 })
  return path
}
