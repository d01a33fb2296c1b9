import { container, deployment, times, type Family } from './family'
import { object, listed, mapped, definition, validated, admission, expression } from './serverObjects'

/** What the rules of the API server go through: schemas, expressions, policies and webhooks. */
export const extensionFamilies: readonly Family[] = [
  {
    name: 'a wide schema',
    text: (n) =>
      definition(`{type: object, properties: ${mapped(n, (index) => `f${index}: {type: string}`)}}`),
  },
  {
    name: 'alternatives in a schema',
    text: (n) =>
      definition(
        `{type: object, properties: {a: {type: string}}, anyOf: ${listed(n, () => '{required: [a]}')}, allOf: ${listed(n, () => '{properties: {a: {minLength: 1}}}')}}`,
      ),
  },
  {
    name: 'choices and required fields of a schema',
    text: (n) =>
      definition(
        `{type: object, required: ${listed(n, (index) => `f${index}`)}, properties: {a: {type: string, enum: ${listed(n, (index) => `e${index}`)}}}}`,
      ),
  },
  {
    name: 'keys of a list',
    text: (n) =>
      definition(
        `{type: object, properties: {a: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: ${listed(n, (index) => `f${index}`)}, items: {type: object, required: ${listed(n, (index) => `f${index}`)}, properties: ${mapped(n, (index) => `f${index}: {type: string}`)}}}}}`,
      ),
  },
  {
    name: 'items of a default',
    text: (n) =>
      definition(
        `{type: object, properties: {a: {type: array, default: ${listed(n, (index) => `"${index}"`)}, items: {type: string}, x-kubernetes-list-type: set}}}`,
      ),
  },
  {
    name: 'fields of a default',
    text: (n) =>
      definition(
        `{type: object, default: ${mapped(n, (index) => `f${index}: a`)}, properties: ${mapped(n, (index) => `f${index}: {type: string}`)}}`,
      ),
  },
  {
    name: 'choices and fields of the items of a default',
    text: (n) =>
      definition(
        `{type: object, properties: {a: {type: array, default: ${listed(n, (index) => `e${index}`)}, items: {type: string, enum: ${listed(n, (index) => `e${index}`)}}}, b: {type: array, default: ${listed(n, (index) => `{f${index}: a}`)}, items: {type: object, properties: ${mapped(n, (index) => `f${index}: {type: string}`)}}}}}`,
      ),
  },
  {
    name: 'keys of a list that its items do not have',
    text: (n) =>
      definition(
        `{type: object, properties: {a: {type: array, x-kubernetes-list-type: map, x-kubernetes-list-map-keys: ${listed(n, (index) => `g${index}`)}, items: {type: object, properties: ${mapped(n, (index) => `f${index}: {type: string}`)}}}}}`,
      ),
  },
  {
    name: 'versions and columns of a definition',
    text: (n) => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {kind: Thing, plural: things, shortNames: ${listed(n, (index) => `t${index}`)}, categories: ${listed(n, (index) => `c${index}`)}}
  versions: ${listed(n, (index) => `{name: v${index}, served: true, storage: ${index === 0}, schema: {openAPIV3Schema: {type: object}}, additionalPrinterColumns: [{name: a, type: string, jsonPath: .a.b}]}`)}
`,
  },
  {
    name: 'CEL rules',
    text: (n) => validated(listed(n, (index) => `{rule: "self.a > ${index}", message: a}`)),
  },
  {
    name: 'fields × CEL rules',
    text: (n) =>
      definition(
        `{type: object, properties: ${mapped(n, (index) => `f${index}: {type: integer}`)}, x-kubernetes-validations: [${times(3, (index) => `{rule: "self.f${index} > 0"}`, ', ')}]}`,
      ),
  },
  {
    name: 'paths of CEL rules',
    text: (n) =>
      definition(
        `{type: object, properties: ${mapped(n, (index) => `f${index}: {type: integer}`)}, x-kubernetes-validations: ${listed(n, (index) => `{rule: "self.f${index} > 0", fieldPath: .f${index}}`)}}`,
      ),
  },
  {
    name: 'fields with CEL rules',
    text: (n) =>
      definition(
        `{type: object, properties: ${mapped(n, (index) => `f${index}: {type: integer, x-kubernetes-validations: [{rule: "self > 0"}]}`)}}`,
      ),
  },
  {
    name: 'CEL: a long conjunction',
    text: (n) => expression(times(n, (index) => `object.a > ${index}`, ' && ')),
  },
  {
    name: 'CEL: comparisons of any type',
    text: (n) => expression(times(n, (index) => `1 == ${index}`, ' && ')),
  },
  { name: 'CEL: a long sum', text: (n) => expression(`${times(n, String, ' + ')} > 0`) },
  { name: 'CEL: a list', text: (n) => expression(`size([${times(n, String, ',')}]) > 0`) },
  {
    name: 'CEL: a map',
    text: (n) => expression(`size({${times(n, (index) => `"k${index}": ${index}`, ',')}}) > 0`),
  },
  { name: 'CEL: parentheses', text: (n) => expression(`${'('.repeat(n)}true${')'.repeat(n)}`) },
  { name: 'CEL: not', text: (n) => expression(`${'!'.repeat(n)}true`) },
  { name: 'CEL: fields of fields', text: (n) => expression(`object${'.a'.repeat(n)}`) },
  { name: 'CEL: choices', text: (n) => expression(times(n, () => 'true ? true : ').concat('true')) },
  { name: 'CEL: macros', text: (n) => expression(times(n, () => '[1].all(x, x > 0)', ' && ')) },
  {
    name: 'CEL: macros in macros',
    text: (n) => expression(`${'[1].all(x, '.repeat(n)}true${')'.repeat(n)}`),
  },
  { name: 'CEL: a long text', text: (n) => expression(`"${'a'.repeat(n)}" == "a"`) },
  { name: 'CEL: many bytes', text: (n) => expression(`b"${'é'.repeat(n)}" == b"a"`) },
  { name: 'CEL: a text that does not end', text: (n) => expression(`"${'a'.repeat(n)}`) },
  { name: 'CEL: a long pattern', text: (n) => expression(`"a".matches("${'(a|b)'.repeat(n)}")`) },
  {
    name: 'CEL: a long duration',
    text: (n) => expression(`duration("${'1h'.repeat(n)}") > duration("1${'.'.repeat(n)}s")`),
  },
  {
    name: 'CEL: a long number',
    text: (n) => expression(`double("${'0'.repeat(n)}x") > 1.0 && ${'1'.repeat(n)} > 1`),
  },
  { name: 'CEL: spaces', text: (n) => expression(`true ${' '.repeat(n)}&& true${'\t'.repeat(n)}#`) },
  {
    name: 'CEL: variables',
    text: (n) =>
      admission(
        `variables: ${listed(n, (index) => `{name: v${index}, expression: "${index === 0 ? '1' : `variables.v${index - 1} + 1`}"}`)}, validations: [{expression: "variables.v0 > 0"}]`,
      ),
  },
  {
    name: 'conditions and validations',
    text: (n) =>
      admission(
        `matchConditions: ${listed(n, (index) => `{name: c${index}, expression: "true"}`)}, validations: ${listed(n, () => '{expression: "true"}')}, auditAnnotations: ${listed(n, (index) => `{key: k${index}, valueExpression: "\\"a\\""}`)}`,
      ),
  },
  {
    name: 'webhooks',
    text: (n) =>
      object(
        'admissionregistration.k8s.io/v1',
        'ValidatingWebhookConfiguration',
        `webhooks: ${listed(n, (index) => `{name: a${index}.b.c, sideEffects: None, admissionReviewVersions: [v1], clientConfig: {url: "https://a.b"}, rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}`)}`,
      ),
  },
  {
    name: 'resources of a webhook',
    text: (n) =>
      object(
        'admissionregistration.k8s.io/v1',
        'ValidatingWebhookConfiguration',
        `webhooks: [{name: a.b.c, sideEffects: None, admissionReviewVersions: ${listed(n, (index) => `v${index}`)}, clientConfig: {url: "https://a.b"}, rules: [{apiGroups: [""], apiVersions: [v1], operations: ${listed(n, () => 'CREATE')}, resources: ${listed(n, (index) => `p${index}/s`)}}]}]`,
      ),
  },
  {
    name: 'rules of a flow schema',
    text: (n) =>
      object(
        'flowcontrol.apiserver.k8s.io/v1',
        'FlowSchema',
        `spec: {priorityLevelConfiguration: {name: a}, rules: ${listed(n, (index) => `{subjects: [{kind: User, user: {name: u${index}}}], resourceRules: [{verbs: [get], apiGroups: [""], resources: [pods], namespaces: [n${index}]}]}`)}}`,
      ),
  },
  {
    name: 'requests for devices',
    text: (n) =>
      object(
        'resource.k8s.io/v1',
        'ResourceClaim',
        `spec: {devices: {requests: ${listed(n, (index) => `{name: r${index}, exactly: {deviceClassName: a}}`)}, constraints: ${listed(n, (index) => `{requests: [r${index}], matchAttribute: a.b/c}`)}, config: ${listed(n, (index) => `{requests: [r${index}], opaque: {driver: a, parameters: {}}}`)}}}`,
      ),
  },
  {
    name: 'template labels',
    text: (n) =>
      deployment(
        '      containers:\n      - {name: c, image: nginx}\n',
        'web',
        mapped(n, (index) => `"l ${index}": v`),
      ),
  },
  {
    name: 'probes',
    text: (n) =>
      container(
        `        readinessProbe: {httpGet: {port: 80, httpHeaders: ${listed(n, (index) => `{name: H${index}, value: a}`)}}}\n`,
      ),
  },
]
