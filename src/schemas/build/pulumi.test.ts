import { expect, test } from 'vitest'
import { packDefinition } from './packStructure'
import { readPulumi } from './pulumi'

const types = `
export interface HelmReleaseSettings { driver?: pulumi.Input<string | undefined> }
export declare namespace apps { namespace v1 {
  interface Deployment {
    apiVersion?: pulumi.Input<"apps/v1" | undefined>
    kind?: pulumi.Input<"Deployment" | undefined>
    metadata?: pulumi.Input<inputs.meta.v1.ObjectMeta | undefined>
    /** The desired state. */
    spec: pulumi.Input<inputs.apps.v1.DeploymentSpec>
  }
  interface DeploymentSpec {
    replicas?: pulumi.Input<number | undefined>
    ports?: pulumi.Input<pulumi.Input<number | string>[] | undefined>
    labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> } | undefined>
    type?: pulumi.Input<string | enums.core.v1.ServiceSpecType | undefined>
    extra?: any
  }
  interface DeploymentSpecPatch { replicas?: pulumi.Input<number | undefined> }
  interface JSONPatch { expression?: pulumi.Input<string | undefined> }
} }`

test('definitions are read from the namespaces of input types', () => {
  const definitions = readPulumi(types)
  expect(
    Object.fromEntries([...definitions].map(([name, definition]) => [name, packDefinition(definition)])),
  ).toEqual({
    'io.k8s.api.apps.v1.Deployment': {
      g: ['apps/v1/Deployment'],
      r: ['spec'],
      p: { apiVersion: 's', kind: 's', metadata: '#am:meta.v1.ObjectMeta', spec: '#apps.v1.DeploymentSpec' },
    },
    'io.k8s.api.apps.v1.DeploymentSpec': {
      p: { replicas: 'l', ports: '[S', labels: '{s', type: 's', extra: '*' },
    },
    'io.k8s.api.apps.v1.JSONPatch': { p: { expression: 's' } },
  })
})
