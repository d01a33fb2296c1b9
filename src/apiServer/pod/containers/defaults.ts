import { isObject, type Json, type JsonObject } from '../../../engine/model/json'
import { has, listAt, numberAt, textAt, withDefault, withField, withItems } from '../../read'

/** The object with a text where it has none or an empty one. */
const withText = (object: JsonObject, key: string, text: string): JsonObject =>
  textAt(object, key) === '' ? { ...object, [key]: text } : object

/** The object with a number where it has none or 0. */
const withNumber = (object: JsonObject, key: string, number: number): JsonObject =>
  (numberAt(object, key) ?? 0) === 0 ? { ...object, [key]: number } : object

/** Whether an image has the tag `latest`, which it also has when it has no tag. A digest is no tag. */
function isLatest(image: string): boolean {
  const [name = '', digest] = image.split('@')
  const tag = /:([^/:]*)$/.exec(name)?.[1]
  return tag === undefined ? digest === undefined : tag === 'latest'
}

/** Source: core/v1, `SetDefaults_HTTPGetAction`. */
const completeHttpGet = (action: JsonObject): JsonObject =>
  withText(withText(action, 'path', '/'), 'scheme', 'HTTP')

const completeHandler = (handler: JsonObject): JsonObject => withField(handler, 'httpGet', completeHttpGet)

/** Source: core/v1, `SetDefaults_Probe`. */
const completeProbe = (probe: JsonObject): JsonObject => {
  const timed = withNumber(withNumber(probe, 'timeoutSeconds', 1), 'periodSeconds', 10)
  const counted = withNumber(withNumber(timed, 'successThreshold', 1), 'failureThreshold', 3)
  return withField(completeHandler(counted), 'grpc', (grpc) => withDefault(grpc, 'service', ''))
}

const completeLifecycle = (lifecycle: JsonObject): JsonObject =>
  withField(withField(lifecycle, 'postStart', completeHandler), 'preStop', completeHandler)

/** Source: core/v1, `SetDefaults_ObjectFieldSelector`. */
const completeEnv = (variable: JsonObject): JsonObject =>
  withField(variable, 'valueFrom', (source) =>
    withField(source, 'fieldRef', (ref) => withText(ref, 'apiVersion', 'v1')),
  )

/** A port that is null is one without fields. */
const completePort = (port: Json): JsonObject => withText(isObject(port) ? port : {}, 'protocol', 'TCP')

const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const

/** A container with the server’s defaults, of whatever kind it is. Source: core/v1, `SetDefaults_Container`. */
export function completeContainer(container: JsonObject, _isInit: boolean): JsonObject {
  const pulled = withText(
    container,
    'imagePullPolicy',
    isLatest(textAt(container, 'image')) ? 'Always' : 'IfNotPresent',
  )
  const ended = withText(
    withText(pulled, 'terminationMessagePath', '/dev/termination-log'),
    'terminationMessagePolicy',
    'File',
  )
  const probed = probes.reduce((object, key) => withField(object, key, completeProbe), ended)
  const lived = withField(probed, 'lifecycle', completeLifecycle)
  const reached = has(lived, 'ports') ? { ...lived, ports: listAt(lived, 'ports').map(completePort) } : lived
  return withItems(reached, 'env', completeEnv)
}
