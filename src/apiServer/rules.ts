import type { Severity } from '../engine/model/finding'

/** What is known of a rule without running it. `unfixable`: why no edit can be right, where a finding has no fix. */
type ServerRule = {
  readonly title: string
  readonly severities: readonly Severity[]
  /** There is a fix for at least some of its findings. */
  readonly fixable?: true
  readonly unfixable: string
}

const refused = ['refused'] as const
const warned = ['warning'] as const
const both = ['refused', 'warning'] as const

const yourValue = 'We cannot tell which value you meant. Write one that is allowed.'
const yourChoice = 'We cannot tell which of the fields you meant. Keep one.'
const yourName = 'We cannot tell what it refers to. Write the name of an object that exists.'

/** All rules of the API server by their ids, in the order in which reports list them. */
export const rules = {
  // Names and metadata
  'required-field': {
    title: 'Required field not set',
    severities: both,
    fixable: true,
    unfixable: 'We cannot tell which value you want. Add the field by hand.',
  },
  'invalid-name': { title: 'Invalid name', severities: both, fixable: true, unfixable: yourName },
  'name-as-host-name': {
    title: 'Name is not a valid host name',
    severities: warned,
    unfixable: 'Other objects may refer to this name. Choose one without dots and of at most 63 characters.',
  },
  'reserved-name': {
    title: 'Reserved name',
    severities: both,
    unfixable: 'Kubernetes keeps these names for itself. Choose another one.',
  },
  'invalid-namespace': {
    title: 'Invalid namespace',
    severities: both,
    fixable: true,
    unfixable: 'We cannot tell which namespace you meant. Write the name of one.',
  },
  'invalid-label': {
    title: 'Invalid label',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which label you meant. Correct its key or value.',
  },
  'invalid-annotation': {
    title: 'Invalid annotation',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which annotation you meant. Correct its key or value.',
  },
  'invalid-owner-reference': {
    title: 'Invalid owner reference',
    severities: both,
    fixable: true,
    unfixable: 'Controllers write owner references. Remove it, or complete it.',
  },
  'invalid-finalizer': {
    title: 'Invalid finalizer',
    severities: refused,
    fixable: true,
    unfixable: 'The controller that removes the finalizer gives it its name. Look it up there.',
  },
  // Values
  'unsupported-value': {
    title: 'Unsupported value',
    severities: refused,
    fixable: true,
    unfixable: yourValue,
  },
  'number-out-of-range': {
    title: 'Number out of range',
    severities: both,
    fixable: true,
    unfixable: yourValue,
  },
  'invalid-percentage': {
    title: 'Invalid percentage',
    severities: refused,
    fixable: true,
    unfixable: yourValue,
  },
  'invalid-port': { title: 'Invalid port', severities: refused, fixable: true, unfixable: yourValue },
  'too-long': {
    title: 'Too long',
    severities: refused,
    unfixable: 'We cannot tell which part you can do without. Shorten it.',
  },
  'too-many-items': {
    title: 'Too many items',
    severities: refused,
    unfixable: 'We cannot tell which items you can do without. Remove some.',
  },
  'duplicate-name': {
    title: 'Duplicate name',
    severities: both,
    fixable: true,
    unfixable: 'Other parts of the object may refer to the name. Rename one of the two.',
  },
  'duplicate-item': {
    title: 'Duplicate item',
    severities: refused,
    fixable: true,
    unfixable: 'The two items differ. Keep the one that you meant.',
  },
  'only-one-allowed': { title: 'Only one may be set', severities: refused, unfixable: yourChoice },
  'conflicting-fields': {
    title: 'Conflicting fields',
    severities: refused,
    fixable: true,
    unfixable: yourChoice,
  },
  'field-not-allowed': {
    title: 'Field not allowed here',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell what you need it for. Remove it, or change what forbids it.',
  },
  'no-effect': {
    title: 'Field has no effect',
    severities: warned,
    fixable: true,
    unfixable: 'We cannot tell what you need it for. Remove it, or change what keeps it from working.',
  },
  deprecated: {
    title: 'Deprecated',
    severities: warned,
    fixable: true,
    unfixable: 'What replaces it works differently. Read about it before you change it.',
  },
  'surrounding-spaces': {
    title: 'Spaces around a value',
    severities: refused,
    fixable: true,
    unfixable: yourValue,
  },
  'invalid-path': { title: 'Invalid path', severities: refused, fixable: true, unfixable: yourValue },
  'invalid-time': { title: 'Invalid time', severities: refused, fixable: true, unfixable: yourValue },
  // Resources
  'invalid-quantity': {
    title: 'Invalid amount of a resource',
    severities: refused,
    fixable: true,
    unfixable: yourValue,
  },
  'fractional-bytes': {
    title: 'Fraction of a byte',
    severities: warned,
    fixable: true,
    unfixable:
      'We cannot tell which unit you meant. “m” means thousandths, “M” and “Mi” mean millions of bytes.',
  },
  'request-above-limit': {
    title: 'Request above limit',
    severities: both,
    fixable: true,
    unfixable: 'We cannot tell which of the two you meant. Raise the limit, or lower the request.',
  },
  'invalid-resource-name': {
    title: 'Unknown resource',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which resource you meant. Extended resources have a domain: example.com/gpu.',
  },
  'huge-pages-alone': {
    title: 'Huge pages without CPU or memory',
    severities: refused,
    unfixable: 'We cannot tell how much CPU or memory it needs. Add a request or limit.',
  },
  'pod-resources': {
    title: 'Resources of the Pod and its containers conflict',
    severities: refused,
    unfixable:
      'We cannot tell which of them you meant. Raise those of the Pod, or lower those of its containers.',
  },
  'unknown-resource-claim': {
    title: 'Unknown resource claim',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which claim you meant. Add it to the Pod, or correct its name.',
  },
  // Selectors
  'selector-mismatch': {
    title: 'Selector does not match the template',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which labels you meant. Give the template those that the selector asks for.',
  },
  'empty-selector': {
    title: 'Empty selector',
    severities: refused,
    unfixable: 'We cannot tell which Pods it should select. Select them by their labels.',
  },
  'invalid-selector': {
    title: 'Invalid selector',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which objects you want to select. Correct the selector.',
  },
  'generated-selector': {
    title: 'Selector in a Job',
    severities: refused,
    fixable: true,
    unfixable: 'The API server makes the selectors of Jobs. Remove yours.',
  },
  'no-label-selector': {
    title: 'Missing label selector',
    severities: warned,
    unfixable: 'We cannot tell which Pods it should match. Add a labelSelector.',
  },
  // Containers
  'invalid-env-name': {
    title: 'Invalid name of an environment variable',
    severities: refused,
    fixable: true,
    unfixable: 'The program reads the variable by its name. Rename it in both.',
  },
  'hidden-env': {
    title: 'Environment variable set twice',
    severities: warned,
    fixable: true,
    unfixable: 'The last one counts. Keep the one that you meant.',
  },
  'invalid-field-path': {
    title: 'Field that cannot be read',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which field of the Pod you meant. Write one that can be read.',
  },
  'invalid-data-key': {
    title: 'Invalid key of a ConfigMap or Secret',
    severities: refused,
    unfixable: 'What reads the key knows it by its name. Rename it in both.',
  },
  'duplicate-port': {
    title: 'Duplicate port',
    severities: both,
    fixable: true,
    unfixable: 'We cannot tell which port you meant. Change or remove one of the two.',
  },
  'duplicate-host-port': {
    title: 'Duplicate host port',
    severities: refused,
    unfixable: 'Only one container can have this port of the node. Change or remove one of the two.',
  },
  'host-ip-without-port': {
    title: 'Host IP without host port',
    severities: warned,
    unfixable: 'We cannot tell whether you want a port of the node. Add a hostPort, or remove the hostIP.',
  },
  'init-container': {
    title: 'Not allowed in an init container',
    severities: refused,
    unfixable:
      'Init containers end before others start. Remove it, or make it a sidecar: restartPolicy: Always.',
  },
  'ephemeral-container': {
    title: 'Ephemeral container in a manifest',
    severities: refused,
    fixable: true,
    unfixable: 'Only kubectl debug can add one, to a running Pod. Remove it, or make it a regular container.',
  },
  'container-restart-policy': {
    title: 'Invalid restart policy in a container',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell when it should restart. Correct the policy or its rules.',
  },
  'conflicting-privileges': {
    title: 'Conflicting privileges',
    severities: refused,
    unfixable: 'We cannot tell whether the container needs the privilege. Allow it, or do without it.',
  },
  'invalid-profile': {
    title: 'Invalid security profile',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which profile you meant. Use RuntimeDefault, or name one on the node.',
  },
  'windows-options': {
    title: 'Invalid option for Windows',
    severities: refused,
    fixable: true,
    unfixable: yourValue,
  },
  'other-operating-system': {
    title: 'Field for another operating system',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell for which operating system the Pod is. Correct spec.os, or remove the field.',
  },
  // Volumes
  'unknown-volume': {
    title: 'Unknown volume',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell what should be mounted. Add the volume to the Pod, or correct its name.',
  },
  'wrong-volume-type': {
    title: 'Wrong type of volume',
    severities: refused,
    unfixable: 'We cannot tell which volume you meant. Use one of the type that is needed.',
  },
  'duplicate-mount-path': {
    title: 'Duplicate path',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which of the two you meant. Change or remove one.',
  },
  'overlapping-paths': {
    title: 'Overlapping paths in a volume',
    severities: warned,
    unfixable: 'We cannot tell which of the files you need at this path. Change one of the paths.',
  },
  'mount-needs-privileges': {
    title: 'Mount propagation needs privileges',
    severities: refused,
    unfixable: 'We cannot tell whether mounts have to reach the node. If not, use HostToContainer.',
  },
  'invalid-volume-source': {
    title: 'Invalid volume source',
    severities: refused,
    fixable: true,
    unfixable: yourValue,
  },
  'no-volume-source': {
    title: 'Empty source of a projected volume',
    severities: warned,
    fixable: true,
    unfixable: 'We cannot tell which files it should add. Add a source, or remove the item.',
  },
  // Scheduling
  'invalid-toleration': {
    title: 'Invalid toleration',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which taint it should tolerate. Correct it.',
  },
  'invalid-taint': {
    title: 'Invalid taint',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which taint you meant. Correct it.',
  },
  // Workloads
  'invalid-restart-policy': {
    title: 'Invalid restart policy',
    severities: refused,
    fixable: true,
    unfixable: yourValue,
  },
  'deadline-too-short': {
    title: 'Progress deadline too short',
    severities: refused,
    fixable: true,
    unfixable: yourValue,
  },
  'no-room-for-update': {
    title: 'Rolling update without room',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell whether you have room for more Pods. Raise maxSurge or maxUnavailable to 1.',
  },
  'negative-history': {
    title: 'Negative revision history limit',
    severities: warned,
    fixable: true,
    unfixable: yourValue,
  },
  'indexed-job': {
    title: 'Invalid indexed Job',
    severities: refused,
    fixable: true,
    unfixable:
      'We cannot tell how the Job should count. Correct completions, parallelism and completionMode.',
  },
  'many-indexes': {
    title: 'Very large indexed Job',
    severities: warned,
    unfixable: 'Split the work into several Jobs, or make each index do more of it.',
  },
  'pod-failure-policy': {
    title: 'Invalid Pod failure policy',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which failures you meant. Correct the rule.',
  },
  'success-policy': {
    title: 'Invalid success policy',
    severities: refused,
    unfixable: 'We cannot tell when the Job should count as done. Correct the rule.',
  },
  'invalid-schedule': {
    title: 'Invalid schedule',
    severities: refused,
    unfixable:
      'We cannot tell when the Job should run. Write five fields: minute, hour, day, month, weekday.',
  },
  'invalid-time-zone': {
    title: 'Invalid time zone',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which time zone you meant. Write one of the IANA database: Europe/Dublin.',
  },
  'replica-bounds': {
    title: 'Invalid replica bounds',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which of the two you meant. minReplicas must not be above maxReplicas.',
  },
  'invalid-metric': {
    title: 'Invalid metric',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell what you want to scale by. Correct the metric.',
  },
  'invalid-scale-target': {
    title: 'Invalid scale target',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell what you want to scale. Write its apiVersion, kind and name.',
  },
  'scaling-behavior': {
    title: 'Invalid scaling behavior',
    severities: refused,
    fixable: true,
    unfixable: yourValue,
  },
  // Network
  'invalid-address': {
    title: 'Invalid address',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which address you meant. Correct it.',
  },
  'unusual-address': {
    title: 'Unusual spelling of an address',
    severities: warned,
    fixable: true,
    unfixable: 'We cannot tell which address you meant. Write it in the usual form.',
  },
  'invalid-cluster-ip': {
    title: 'Invalid cluster IP',
    severities: refused,
    fixable: true,
    unfixable: 'The cluster assigns these addresses. Remove them, unless you need a certain one.',
  },
  // Cluster and configuration
  'invalid-secret-data': {
    title: 'Invalid data of a Secret',
    severities: refused,
    unfixable: 'Only you have the data. Add what the type of the Secret asks for, or change the type.',
  },
  'unreadable-certificate': {
    title: 'Certificate that cannot be read',
    severities: warned,
    unfixable: 'Only you have the certificate. Copy it and its key again, with all their line breaks.',
  },
  'invalid-pod-security-label': {
    title: 'Invalid Pod Security label',
    severities: refused,
    fixable: true,
    unfixable: yourValue,
  },
  'invalid-limit': { title: 'Invalid LimitRange', severities: refused, fixable: true, unfixable: yourValue },
  'invalid-scope': {
    title: 'Invalid scope of a quota',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell what the quota should count. Correct its scopes.',
  },
  'invalid-event': {
    title: 'Invalid Event',
    severities: refused,
    unfixable: 'Controllers write Events. Remove it from the manifests.',
  },
  // Access, admission and custom resources
  'invalid-access-rule': {
    title: 'Invalid access rule',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell what it should allow. Correct the rule.',
  },
  'mixed-wildcard': {
    title: 'Wildcard beside other items',
    severities: refused,
    unfixable: 'We cannot tell whether you mean all. Keep “*” alone, or remove it.',
  },
  'invalid-webhook-address': {
    title: 'Invalid address of a webhook',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell where your webhook listens. Correct its address.',
  },
  'invalid-expression': {
    title: 'Invalid CEL expression',
    severities: refused,
    unfixable: 'We cannot tell what it should compute. Correct the expression.',
  },
  'unapproved-group': {
    title: 'Unapproved API group',
    severities: refused,
    unfixable: 'Groups of the Kubernetes project need its approval. Use a domain of your own.',
  },
  'invalid-storage-version': {
    title: 'Not exactly one storage version',
    severities: refused,
    unfixable: 'We cannot tell which version should be stored. Set storage: true for exactly one.',
  },
  'invalid-schema': {
    title: 'Invalid schema',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell what the schema should allow. Correct it.',
  },
  'non-structural-schema': {
    title: 'Schema is not structural',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which type you meant. Give every field a type.',
  },
  'invalid-list-type': {
    title: 'Invalid list or map type',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell how the list should be merged. Correct the type or its keys.',
  },
  'invalid-default': {
    title: 'Default does not fit its schema',
    severities: refused,
    unfixable: 'We cannot tell which default you meant. Write one that the schema allows.',
  },
  'invalid-pattern': {
    title: 'Invalid regular expression',
    severities: refused,
    unfixable: 'Regular expressions of Go have no lookaround and no backreferences. Rewrite it.',
  },
  'invalid-json-path': {
    title: 'Invalid JSON path',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which field you meant. Correct the path.',
  },
  'unknown-format': {
    title: 'Unknown format',
    severities: warned,
    unfixable: 'We cannot tell which format you meant. Use one that the API server knows, or a pattern.',
  },
  'invalid-certificate-request': {
    title: 'Invalid certificate signing request',
    severities: refused,
    unfixable: 'Only you have the key. Make the request again, for example with openssl req.',
  },
  'invalid-message': {
    title: 'Invalid message',
    severities: refused,
    unfixable: 'Messages have one line and are not blank. Write one that says what is wrong.',
  },
  'unknown-device-request': {
    title: 'Unknown request for devices',
    severities: refused,
    fixable: true,
    unfixable: 'We cannot tell which request you meant. Write the name of a request of this claim.',
  },
  'invalid-device-configuration': {
    title: 'Invalid configuration of devices',
    severities: refused,
    unfixable: 'Only the driver of the devices says what its parameters look like. Look it up there.',
  },
} as const satisfies Readonly<Record<string, ServerRule>>

/** The id of a rule of the API server. */
export type RuleId = keyof typeof rules

type SaidWith<Said extends Severity> = {
  [Id in RuleId]: Said extends (typeof rules)[Id]['severities'][number] ? Id : never
}[RuleId]

/** The id of a rule for which objects are refused. */
export type RefusedRule = SaidWith<'refused'>

/** The id of a rule of which the server warns, or for which it drops a field. */
export type WarnedRule = SaidWith<'warning'>
