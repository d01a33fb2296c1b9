import { chromium } from '@playwright/test'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'

/** What Playwright needs to start a browser. */
export type Browser = {
  readonly executablePath: string
  readonly args: string[]
  readonly env?: Record<string, string>
}

/**
 * The first Chromium at hand: the one `CHROMIUM_PATH` names, one installed on the machine, Playwright's own, the one
 * inside an npm package (64-bit Linux on Intel or AMD). The last asks nothing of the machine but Node.
 */
export function browser(): Browser {
  const named = process.env['CHROMIUM_PATH']
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, and there is no such file.`)
  const executablePath = named || installed() || playwrights()
  if (executablePath) return { executablePath, args: [] }
  if (process.platform === 'linux' && process.arch === 'x64') return packaged()
  throw new Error(
    'No browser to test with. Install Chromium or Chrome, or run `npx playwright install chromium`, ' +
      'or set CHROMIUM_PATH to the program.',
  )
}

/** Ubuntu has a `chromium-browser` that only tells people to install something else: what cannot start does not count. */
const installed = (): string | undefined =>
  ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
    .flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((file) => existsSync(file) && spawnSync(file, ['--version']).status === 0)

const playwrights = (): string | undefined => {
  const file = chromium.executablePath()
  return existsSync(file) ? file : undefined
}

function packaged(): Browser {
  const source = dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'))
  // Among the installed packages, so that a new installation unpacks anew.
  const home = join(source, '../../../../.cache/chromium')
  if (!existsSync(home)) unpack(source, home)
  return {
    executablePath: join(home, 'chromium'),
    args: ['--disable-gpu'],
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: [join(home, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(home, 'fonts'),
    },
  }
}

/**
 * Unpacks into a folder of its own and renames that as the last step: other processes see all of it or nothing.
 * In a process of its own, because the package changes the environment, and keeps to what it finds in the temporary
 * folder. The two variables make it bring the libraries that a bare system lacks (NSS and expat).
 */
function unpack(source: string, home: string): void {
  mkdirSync(dirname(home), { recursive: true })
  const folder = mkdtempSync(`${home}-`)
  const program = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: source,
    env: {
      ...process.env,
      TMPDIR: folder,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
      AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x',
    },
  })
  // The package's own list of fonts names folders of /tmp.
  writeFileSync(
    join(folder, 'fonts/fonts.conf'),
    `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/fonts-cache</cachedir>
</fontconfig>
`,
  )
  try {
    renameSync(folder, home)
  } catch {
    // Another process was first.
    rmSync(folder, { recursive: true })
  }
}
