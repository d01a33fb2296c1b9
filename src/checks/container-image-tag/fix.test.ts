import { fixTable } from '../testing/fixTable'
import { pod } from '../testing/manifests'

const images = (first: string, second: string, fields = '') =>
  pod(`{name: a, image: ${first}${fields}}, {name: b, image: ${second}}`)

fixTable('container-image-tag', [
  [
    'no image',
    pod('{name: a}'),
    'unfixable: Only you know what it should run. Add an image with a fixed tag.',
  ],
  [
    'no tag',
    pod('{name: a, image: web}'),
    'unfixable: We cannot tell which version you want. Use a fixed tag or a digest.',
  ],
  [
    'another with a tag',
    images('"registry:5000/web:latest"', '"registry:5000/web:2"'),
    'risky Set image to registry:5000/web:2: set spec.containers[0].image = "registry:5000/web:2"; set spec.containers[0].imagePullPolicy = "Always"',
  ],
  [
    'another with a digest, and a policy',
    images('"web:latest"', '"web@sha256:ab"', ', imagePullPolicy: Never'),
    'risky Set image to web@sha256:ab: set spec.containers[0].image = "web@sha256:ab"',
  ],
  [
    'a tag in another object',
    `${pod('{name: a, image: web}')}\n---\n${pod('{name: b, image: "web:3"}').replace('name: web', 'name: next')}`,
    'risky Set image to web:3: set spec.containers[0].image = "web:3"; set spec.containers[0].imagePullPolicy = "Always"',
  ],
  [
    'another without a tag behind a port',
    images('"registry:5000/web:latest"', 'registry:5000/web'),
    'unfixable: We cannot tell which version you want. Use a fixed tag or a digest.',
  ],
  [
    'another with a placeholder',
    images('web', '"web:${TAG}"'),
    'unfixable: We cannot tell which version you want. Use a fixed tag or a digest.',
  ],
  [
    'another with the same name elsewhere',
    images('web', '"library/web:1"'),
    'unfixable: We cannot tell which version you want. Use a fixed tag or a digest.',
  ],
])
