import { expect, test } from 'vitest'
import { writeJunit } from './junit'
import { readXml, type XmlElement } from './testing/readXml'
import { reportingOf } from './testing/reportingOf'

const service = (apiVersion: string): string => `apiVersion: ${apiVersion}
kind: Service
metadata: {name: a, namespace: b}
spec:
  type: NodePort
  ports: [{port: 80}]
`

const suitesOf = async (...texts: readonly string[]): Promise<readonly XmlElement[]> => {
  const files = texts.map((text, index) => ({ name: `${index}.yaml`, text }))
  return readXml(writeJunit(await reportingOf(files))).children
}

const caseOf = (suite: XmlElement | undefined, name: string): XmlElement | undefined =>
  suite?.children.find(({ attributes }) => attributes['name'] === name)

test('a finding fails its case, with its place; what is only advice or not applicable does not', async () => {
  const [suite] = await suitesOf(service('v1'))
  expect(suite?.attributes['name']).toBe('0.yaml')
  const failed = caseOf(suite, 'service-type')
  expect(failed?.attributes).toEqual({
    ...{ name: 'service-type', classname: 'Service a in b', file: '0.yaml', line: '5', time: '0' },
  })
  expect(failed?.children).toEqual([
    {
      name: 'failure',
      attributes: { message: 'Service a has the type NodePort.', type: 'warning' },
      children: [],
      text: expect.stringMatching(/^0\.yaml:5:9 Service a has the type NodePort\.\n\S/),
    },
  ])
  expect(caseOf(suite, 'valid')).toMatchObject({ attributes: { line: '3' }, children: [] })
})

test('documents that cannot be read are cases of their file, and count within it', async () => {
  const [first, second] = await suitesOf(service('v1'), `# nothing\n---\n${service('v1')}---\na: "\n`)
  expect(first?.children.map(({ attributes }) => attributes['classname'])).not.toContain(
    'Document 1 of 0.yaml',
  )
  expect(caseOf(second, 'yaml-syntax')).toMatchObject({
    attributes: { classname: 'Document 3 of 1.yaml' },
    children: [{ name: 'failure', attributes: { type: 'refused' } }],
  })
})

test('objects of one name in two files have names of their own', async () => {
  const suites = await suitesOf(service('v1'), service('v1'))
  expect(suites.map((suite) => caseOf(suite, 'service-type')?.attributes['classname'])).toEqual([
    'Service a in b',
    'Service a in b (2)',
  ])
})
