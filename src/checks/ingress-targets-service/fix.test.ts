import { fixTable } from '../testing/fixTable'
import { serviceFor } from '../testing/manifests'

const service = serviceFor('app: web', ', ports: [{port: 80}]')

const ingress = (backend: string, version = 'networking.k8s.io/v1', spec = '') =>
  `\n---\n{apiVersion: ${version}, kind: Ingress, metadata: {name: web}, spec: {${spec}rules: [{http: {paths: [{path: /, backend: ${backend}}]}}]}}`

const ported = (ports: string) => serviceFor('app: web', `, ports: [${ports}]`)

fixTable('ingress-targets-service', [
  [
    'a near name',
    service + ingress('{service: {name: weeb, port: {number: 80}}}'),
    'review Send traffic to Service web: set spec.rules[0].http.paths[0].backend.service.name = "web"',
  ],
  [
    'a near name, in the older form, with another port',
    ported('{name: http, port: 80}') +
      ingress('{serviceName: weeb, servicePort: 81}', 'networking.k8s.io/v1beta1'),
    'review Send traffic to Service web, port http: set spec.rules[0].http.paths[0].backend.serviceName = "web"; set spec.rules[0].http.paths[0].backend.servicePort = "http"',
  ],
  [
    'the port of the container',
    ported('{name: m, port: 9}, {name: http, port: 80, targetPort: 8080}') +
      ingress('{service: {name: web, port: {number: 8080}}}'),
    'review Send traffic to port http: set spec.rules[0].http.paths[0].backend.service.port = {name: "http"}',
    'risky Send traffic to port m: set spec.rules[0].http.paths[0].backend.service.port = {name: "m"}',
  ],
  [
    'a near name of a port',
    ported('{name: http, port: 80}') + ingress('{service: {name: web, port: {name: htp}}}'),
    'review Send traffic to port http: set spec.rules[0].http.paths[0].backend.service.port = {name: "http"}',
  ],
  [
    'the only port',
    ported('{name: http, port: 80}') + ingress('{service: {name: web, port: {number: 8080}}}'),
    'review Send traffic to port http: set spec.rules[0].http.paths[0].backend.service.port = {name: "http"}',
  ],
  [
    'several ports, none of them meant',
    ported('{name: m, port: 9}, {name: http, port: 80}') +
      ingress('{service: {name: web, port: {number: 8080}}}'),
    'risky Send traffic to port m: set spec.rules[0].http.paths[0].backend.service.port = {name: "m"}',
    'risky Send traffic to port http: set spec.rules[0].http.paths[0].backend.service.port = {name: "http"}',
  ],
  [
    'a near name, and several ports',
    ported('{name: m, port: 9}, {name: http, port: 80}') +
      ingress('{service: {name: weeb, port: {number: 8080}}}'),
    'risky Send traffic to Service web, port m: set spec.rules[0].http.paths[0].backend.service.name = "web"; set spec.rules[0].http.paths[0].backend.service.port = {name: "m"}',
    'risky Send traffic to Service web, port http: set spec.rules[0].http.paths[0].backend.service.name = "web"; set spec.rules[0].http.paths[0].backend.service.port = {name: "http"}',
  ],
  [
    'nothing near',
    service + ingress('{service: {name: database, port: {number: 80}}}'),
    'unfixable: No Service in this text has a similar name. Add the Service to the namespace of the Ingress, or name another one.',
  ],
  [
    'in the List',
    `{apiVersion: v1, kind: List, items: [${(ingress('{service: {name: weeb, port: {number: 80}}}') + service).replace('\n---\n', '').replace('\n---\n', ', ')}]}`,
    'review Send traffic to Service web: set spec.rules[0].http.paths[0].backend.service.name = "web"',
  ],
  [
    'a resource',
    ingress('{resource: {kind: Bucket, name: b}}'),
    'unfixable: We cannot tell which Service you want. Name one, or ignore this check if the backend is a resource of another kind.',
  ],
])
