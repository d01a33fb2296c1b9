import { expect, test } from 'vitest'
import { hostsIn } from './serviceHosts'

test.each([
  ['api.shop', ['api.shop']],
  ['http://user:pw@API.shop:80/x', ['api.shop']],
  ['api.shop.svc', ['api.shop']],
  ['api.shop.svc.cluster.local.', ['api.shop']],
  ['api.shop.', ['api.shop']],
  ['db-0.db.shop', ['db.shop']],
  ['db-0.db.shop.svc.cluster.local', ['db.shop']],
  ['_grpc._tcp.api.shop.svc', ['api.shop']],
  ['a.shop,b.shop', ['a.shop', 'b.shop']],
  ['--to=api.shop', ['api.shop']],
  ['www.api.shop.example.com', []],
  ['api', []],
  ['api..shop', []],
  ['', []],
])('%s', (text, hosts) => {
  expect(hostsIn(text).map(({ name, namespace }) => `${name}.${namespace}`)).toEqual(hosts)
})
