import { fixTable, serviceFor } from './testing/fixTable'
import { a, cronJob, pod } from './testing/manifests'

const images = (first: string, second: string, fields = '') =>
  pod(`{name: a, image: ${first}${fields}}, {name: b, image: ${second}}`)

fixTable('container-image-tag', [
  [
    'no image',
    pod('{name: a}'),
    'unfixable: Only you know what it should run: name an image, with a tag that never moves.',
  ],
  [
    'no tag',
    pod('{name: a, image: web}'),
    'unfixable: Only you know which version is meant: name a tag that never moves, or a digest.',
  ],
  [
    'another with a tag',
    images('"registry:5000/web:latest"', '"registry:5000/web:2"'),
    'review Set image to registry:5000/web:2: set spec.containers[0].image = "registry:5000/web:2"; set spec.containers[0].imagePullPolicy = "Always"',
  ],
  [
    'another with a digest, and a policy',
    images('"web:latest"', '"web@sha256:ab"', ', imagePullPolicy: Never'),
    'review Set image to web@sha256:ab: set spec.containers[0].image = "web@sha256:ab"',
  ],
  [
    'a tag in another object',
    `${pod('{name: a, image: web}')}\n---\n${pod('{name: b, image: "web:3"}').replace('name: web', 'name: next')}`,
    'review Set image to web:3: set spec.containers[0].image = "web:3"; set spec.containers[0].imagePullPolicy = "Always"',
  ],
  [
    'another without a tag behind a port',
    images('"registry:5000/web:latest"', 'registry:5000/web'),
    'unfixable: Only you know which version is meant: name a tag that never moves, or a digest.',
  ],
  [
    'another with a placeholder',
    images('web', '"web:${TAG}"'),
    'unfixable: Only you know which version is meant: name a tag that never moves, or a digest.',
  ],
  [
    'another with the same name elsewhere',
    images('web', '"library/web:1"'),
    'unfixable: Only you know which version is meant: name a tag that never moves, or a digest.',
  ],
])

fixTable('container-image-pull-policy', [
  ['none', pod(a()), 'review Set pull policy to Always: set spec.containers[0].imagePullPolicy = "Always"'],
  [
    'another one, in a CronJob',
    cronJob(a('imagePullPolicy: Never')),
    'review Set pull policy to Always: set spec.jobTemplate.spec.template.spec.containers[0].imagePullPolicy = "Always"',
  ],
])

fixTable('container-ports-check', [
  [
    'twice',
    pod(a('ports: [{name: http, containerPort: 80}, {name: http, containerPort: 81}]')),
    'review Rename the port to http-81: set spec.containers[0].ports[1].name = "http-81"',
  ],
  [
    'twice, and the next name is taken',
    pod(
      `${a('ports: [{name: x, containerPort: 80}, {name: x, containerPort: 81}]')}, {name: b, ports: [{name: x-81}]}`,
    ),
    'review Rename the port to x-2: set spec.containers[0].ports[1].name = "x-2"',
  ],
  [
    'twice, with a long and odd name',
    pod(
      a(
        'ports: [{name: My__Very_Long_Name, containerPort: 1}, {name: My__Very_Long_Name, containerPort: 8080}]',
      ),
    ),
    'review Rename the port to my-very-long-na: set spec.containers[0].ports[0].name = "my-very-long-na"',
  ],
  [
    'too long, and asked for',
    serviceFor('app: web', ', ports: [{port: 80}, {port: 81, targetPort: prometheus-metrics}]') +
      '\n---\n' +
      pod(
        a(
          'ports: [{name: prometheus-metrics, containerPort: 81}], readinessProbe: {httpGet: {port: prometheus-metrics}}, lifecycle: {preStop: {tcpSocket: {port: other}}}',
        ),
      ),
    'review Rename the port to prometheus-metr: set spec.containers[0].ports[0].name = "prometheus-metr"; set spec.containers[0].readinessProbe.httpGet.port = "prometheus-metr"; Service web: set spec.ports[1].targetPort = "prometheus-metr"',
  ],
  [
    'too long in two containers',
    serviceFor('app: web', ', ports: [{port: 81, targetPort: prometheus-metrics}]') +
      '\n---\n' +
      pod(
        `${a('ports: [{name: prometheus-metrics, containerPort: 81}]')}, {name: b, ports: [{name: prometheus-metrics, containerPort: 82}]}`,
      ),
    'review Rename the port to prometheus-metr: set spec.containers[0].ports[0].name = "prometheus-metr"',
  ],
  [
    'digits only',
    pod(a('ports: [{name: "8080808080808080", containerPort: 81}]')),
    'review Rename the port to port-8080808080: set spec.containers[0].ports[0].name = "port-8080808080"',
  ],
  [
    'no number',
    pod(a('ports: [{name: http}]')),
    'unfixable: Only you know on which port it listens: write the number, or remove the entry, which opens nothing.',
  ],
])

const env = (entries: string) => pod(a(`env: [${entries}]`))

fixTable('environment-variable-key-duplication', [
  [
    'other values',
    env('{name: A, value: one}, {name: B}, {name: A, value: two}'),
    'safe Remove the earlier A: remove spec.containers[0].env[0]',
    'review Remove the later A: remove spec.containers[0].env[2]',
  ],
  [
    'the same value',
    env('{name: A, value: one}, {name: A, value: one}'),
    'safe Remove the repeated A: remove spec.containers[0].env[1]',
  ],
  [
    'the same value, used in between',
    env('{name: A, value: one}, {name: B, value: "$(A)"}, {name: A, value: one}'),
    'safe Remove the repeated A: remove spec.containers[0].env[2]',
  ],
  [
    'the same value, made of others',
    env('{name: A, value: "$(B)"}, {name: B}, {name: A, value: "$(B)"}'),
    'safe Remove the earlier A: remove spec.containers[0].env[0]',
    'review Remove the later A: remove spec.containers[0].env[2]',
  ],
  [
    'three times',
    env('{name: A, value: one}, {name: A, value: two}, {name: A, value: three}'),
    'safe Remove the earlier A: remove spec.containers[0].env[1]; remove spec.containers[0].env[0]',
    'review Remove the later A: remove spec.containers[0].env[2]; remove spec.containers[0].env[1]',
  ],
  [
    'from elsewhere',
    env('{name: A, value: one}, {name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}'),
    'review Remove the earlier A: remove spec.containers[0].env[0]',
    'review Remove the later A: remove spec.containers[0].env[1]',
  ],
  [
    'made of the earlier one',
    env('{name: PATH, value: /bin}, {name: PATH, value: "/opt:$(PATH)"}'),
    'unfixable: $(PATH) is used between the entries, so each of them counts. Write the value out where it is used, or give the earlier one another name.',
  ],
  [
    'used in between',
    env('{name: A, value: one}, {name: B, value: "$(A)"}, {name: A, value: two}'),
    'unfixable: $(A) is used between the entries, so each of them counts. Write the value out where it is used, or give the earlier one another name.',
  ],
  [
    'used behind, or only written',
    env('{name: A, value: one}, {name: B, value: "$$(A)"}, {name: A, value: two}, {name: C, value: "$(A)"}'),
    'safe Remove the earlier A: remove spec.containers[0].env[0]',
    'review Remove the later A: remove spec.containers[0].env[2]',
  ],
  [
    'without names',
    env('{value: one}, {value: two}'),
    'unfixable: Only you know what the entries without a name are for: name them, or remove them.',
  ],
])
