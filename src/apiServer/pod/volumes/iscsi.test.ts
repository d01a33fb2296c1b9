import { expect, test } from 'vitest'
import { admitObject } from '../../admit'

const pod = (iqn: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: {
    containers: [{ name: 'web', image: 'web:1' }],
    volumes: [{ name: 'data', iscsi: { targetPortal: '10.0.0.1:3260', iqn, lun: 0 } }],
  },
})

test.each<[iqn: string, isAccepted: boolean]>([
  ['iqn.2001-04.com.example:storage', true],
  ['iqn.2001-04.com.example:storage:disk1', true],
  ['iqn.2001-04.com.example::', true],
  ['iqn and iqn.2001-04.com.example:a/b', true],
  ['iqn.2001-04.com.example', false],
  ['iqn.2001-04.com.example:', false],
  ['iqn.2001-04.:storage', false],
  ['iqn.2001-04.com.example:a b', false],
  ['iqn.2001-04.com_example:a', false],
  ['iqn.01-04.com.example:a', false],
  ['eui.0123456789abcdef', true],
  ['eui.0123456789abcde', false],
  ['naa.0123456789abcdef0123456789abcdef', true],
  ['web', false],
])('%s', (iqn, isAccepted) => {
  expect(admitObject(pod(iqn), 36)?.causes.map(({ place }) => place.field)).toEqual(
    isAccepted ? [] : ['spec.volumes[0].iscsi.iqn'],
  )
})
