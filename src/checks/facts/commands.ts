import type { Container } from '../../kubernetes/pods'

/** What a container runs instead of its image’s own program, as one text; empty where it runs that. */
const commandText = ({ command = [], args = [] }: Container): string => [...command, ...args].join(' ')

/** Package managers of distributions, which only root can use. */
const systemInstallers = ['apk', 'apt', 'apt-get', 'dnf', 'microdnf', 'yum']

const installers = [...systemInstallers, 'bundle', 'gem', 'npm', 'pip', 'pip3', 'yarn']

const installing: ReadonlySet<string> = new Set(['add', 'ci', 'dist-upgrade', 'install', 'upgrade'])

/** The program with which a command installs packages: `npm` for `npm install && npm start`. */
export const installerOf = (container: Container): string | undefined => installerAmong(installers, container)

function installerAmong(programs: readonly string[], container: Container): string | undefined {
  const words = wordsOf(container)
  return words.find(
    (word, at) =>
      programs.includes(word) && words.slice(at + 1, at + 6).some((after) => installing.has(after)),
  )
}

const rootTools: ReadonlySet<string> = new Set(
  'adduser chown groupadd ip6tables iptables modprobe mount nsenter setcap sysctl useradd'.split(' '),
)

/** The program in a command that needs root: `chown` for `chown -R 999 /data`, `apk` for `apk add curl`. */
export const rootToolOf = (container: Container): string | undefined =>
  installerAmong(systemInstallers, container) ??
  wordsOf(container).find((word) => rootTools.has(word.slice(word.lastIndexOf('/') + 1)))

const wordsOf = (container: Container): readonly string[] => commandText(container).split(/[\s;&|()"'`]+/)

/** The first 20 files that a shell in a command writes to: `/out/a` for `echo a > /out/a`. */
export const redirectedFiles = (container: Container): readonly string[] =>
  commandText(container)
    .split('>')
    .slice(1, 21)
    .flatMap((after) => /^[ \t]*(\/[\w./-]+)/.exec(after)?.[1] ?? [])
    .filter((file) => !/^\/(?:dev|proc)\//.test(file))
