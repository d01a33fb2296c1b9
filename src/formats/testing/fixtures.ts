import bare from '../../examples/bare-web-app.yaml?raw'
import hardened from '../../examples/hardened-web-app.yaml?raw'
import type { Settings } from '../../engine/model/settings'

export type Fixture = {
  readonly files: readonly { readonly name: string; readonly text: string }[]
  readonly settings?: Partial<Settings>
}

const one = (text: string): Fixture['files'] => [{ name: 'manifest.yaml', text }]

const service = (name: string, port: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  type: NodePort\n  selector: {app: web}\n  ports: [{port: ${port}}]\n`

/** Names that mean something to a format: quoted, so that YAML reads them as they are. */
const hostile = [
  String.raw`"<b>&amp;\"'|*x*_y_[a](b)` + '`c`"',
  String.raw`"\e[31m\0\x07\r\n::error::\x9b\x7f\uFFFE\u202E"`,
  '"😀@here #1 !2 :tada: $x$ ]]> --> %0A ##[error]"',
  '"a](http://www.example.org)"',
]

const manyLabels = Array.from({ length: 120 }, (_, index) => `    l${index}: "-bad-${index}"\n`).join('')

/** Each says something else, so that each is a row. */
const manyFields = (of: number): string =>
  Array.from({ length: 60 }, (_, index) => `unknownFieldNumber${index}Of${of}: 1\n`).join('')

const many = Array.from(
  { length: 20 },
  (_, index) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c${index}\n  labels:\n${manyLabels}${manyFields(index)}`,
).join('---\n')

/** What every format is written for. */
export const fixtures: Readonly<Record<string, Fixture>> = {
  empty: { files: one('') },
  'no files': { files: [] },
  comments: { files: one('# only\n---\n# comments\n') },
  demo: { files: one(bare) },
  green: { files: one(hardened) },
  broken: { files: one(`a: "\n---\n${service('web', '80')}`) },
  'custom resource': {
    files: one(
      'apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: a}\nspec: {secretName: a, bogus: 1}\n',
    ),
  },
  hostile: {
    files: [
      {
        name: './k8s/a b%,c:d<&">\u001b[1m.yaml',
        text: hostile.map((name) => service(name, '80')).join('---\n'),
      },
      { name: '`x`|@user.yaml', text: hostile.map((name) => service('web', name)).join('---\n') },
    ],
  },
  'two files': {
    files: [
      { name: 'k8s/deployment.yaml', text: bare.replace(/\n$/, '') },
      {
        name: '/tmp/100% sure: really.yaml',
        text: `\r\n${service('other', '99999')}`.replaceAll('\n', '\r\n'),
      },
    ],
  },
  ignored: {
    files: one(
      `${service('web', '80').replace('metadata:', "metadata:\n  annotations: {kube-score/ignore: 'service-type'}")}---\n${bare}`,
    ),
    settings: { ignoredChecks: ['container-image-tag'], moreIsElsewhere: true, kubernetesVersion: '1.35' },
  },
  many: { files: one(many) },
}
