import { expect, test } from 'vitest'
import { readCdk8s } from './cdk8s'
import { packDefinition } from './packStructure'

const types = `
/** A deployment. @schema-less line
 * @schema io.k8s.api.apps.v1.Deployment */
export declare class KubeDeployment extends ApiObject { static readonly GVK: GroupVersionKind; }
/** A deployment.
 * @schema io.k8s.api.apps.v1.Deployment */
export interface KubeDeploymentProps {
  /** The desired state.
   * @schema io.k8s.api.apps.v1.Deployment#spec */
  readonly spec?: Spec;
}
/** @schema io.k8s.api.apps.v1.Spec */
export interface Spec {
  /** @schema io.k8s.api.apps.v1.Spec#$ref */
  readonly ref?: string;
  /** @schema io.k8s.api.apps.v1.Spec#replicas */
  readonly replicas: number;
  /** @schema io.k8s.api.apps.v1.Spec#maximum */
  readonly maximum?: number;
  /** @schema io.k8s.api.apps.v1.Spec#limits */
  readonly limits?: { [key: string]: Quantity };
  /** @schema io.k8s.api.apps.v1.Spec#ports */
  readonly ports: IntOrString[];
  /** @schema io.k8s.api.apps.v1.Spec#since */
  readonly since?: Date;
  /** @schema io.k8s.api.apps.v1.Spec#policy */
  readonly policy?: Policy;
  /** @schema io.k8s.api.apps.v1.Spec#extra */
  readonly extra?: any;
}
/** @schema io.k8s.apimachinery.pkg.api.resource.Quantity */
export declare class Quantity { readonly value: string | number; }
/** @schema io.k8s.apimachinery.pkg.util.intstr.IntOrString */
export declare class IntOrString { readonly value: string | number; }
/** @schema Policy */
export declare enum Policy { ALL = "All", ONE = "One" }`

const newerCode = `class KubeDeployment {
  /**
   * Returns the apiVersion and kind for "io.k8s.api.apps.v1.Deployment"
   */
  static GVK = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
  };`
const olderCode = newerCode.replace('static GVK', 'KubeDeployment.GVK')

test.each([newerCode, olderCode])(
  'definitions are read from declarations that are tagged with their names',
  (code) => {
    const definitions = readCdk8s(types, code)
    const packed = [...definitions].map(([name, definition]) => [name, packDefinition(definition)])
    expect(packed).toEqual([
      [
        'io.k8s.api.apps.v1.Deployment',
        { g: ['apps/v1/Deployment'], p: { apiVersion: 's', kind: 's', spec: '#apps.v1.Spec' } },
      ],
      [
        'io.k8s.api.apps.v1.Spec',
        {
          r: ['replicas', 'ports'],
          p: {
            $ref: 's',
            replicas: 'l',
            maximum: 'n',
            limits: '{Q',
            ports: '[S',
            since: 'T',
            policy: 'eAll|One',
            extra: '*',
          },
        },
      ],
    ])
    expect(definitions.get('io.k8s.api.apps.v1.Deployment')?.properties.get('spec')?.description).toBe(
      'The desired state.',
    )
  },
)

test('a type that is not declared throws', () => {
  const broken = '/** @schema a.B */ export interface B { readonly c?: Gone }'
  expect(() => readCdk8s(broken, '')).toThrow('Field c has the type Gone, which is not declared')
})
