import { expect, test } from 'vitest'
import { writeGithub } from './github'
import { reportingOf } from './testing/reportingOf'

const service = `apiVersion: v1
kind: Service
metadata: {name: a}
spec:
  type: NodePort
  selector: {app: b}
  ports: [{port: 80}]
`

const written = async (name: string, text: string): Promise<readonly string[]> =>
  writeGithub(await reportingOf([{ name, text }])).split('\n')

test('an annotation has the place, the title, and the message with what follows from it', async () => {
  const lines = await written('./k8s/50%,a:b.yaml', service)
  expect(lines).toEqual([
    expect.stringMatching(
      /^::error file=k8s\/50%25%2Ca%3Ab\.yaml,line=6,endLine=6,col=3,endColumn=11,title=[^:]+::critical: \S.* \(service-targets-pod\)%0A\S/,
    ),
    expect.stringMatching(
      /^::warning file=k8s\/50%25%2Ca%3Ab\.yaml,line=5,endLine=5,col=9,endColumn=17,title=Type is NodePort::warning: Service a has the type NodePort\. \(service-type\)%0A\S/,
    ),
    '::notice title=Kubernetes manifests::To fix: 1 critical, 1 warning, in 2 lines.',
    '',
  ])
})

test('what there is to say about one line is one annotation', async () => {
  const [first = '', ...others] = await written('a.yaml', flow)
  expect(first).toMatch(
    /^::error file=a\.yaml,line=1,endLine=1,col=\d+,endColumn=\d+,title=[^:]+%2C and 1 more::/,
  )
  expect(first).toMatch(/\(service-targets-pod\)%0Awarning: .* \(service-type\)$/)
  expect(others).toEqual([
    '::notice title=Kubernetes manifests::To fix: 1 critical, 1 warning, in 1 line.',
    '',
  ])
})

const flow = JSON.stringify({
  ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } },
  spec: { type: 'NodePort', selector: { app: 'b' }, ports: [{ port: 80 }] },
})

test('without a problem there is nothing to annotate', async () => {
  expect(await written('a.yaml', '# nothing\n')).toEqual([''])
})
