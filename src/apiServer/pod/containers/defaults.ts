import type { JsonObject } from '../../../engine/model/json'
import { has, numberAt, objectsAt, textAt, withDefault, withField, withItems, withText } from '../../read'
import { probeFields } from './probes'

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

const completePort = (port: JsonObject): JsonObject => withText(port, 'protocol', 'TCP')

/** A container with the server’s defaults, of whatever kind it is. Source: core/v1, `SetDefaults_Container`. */
export function completeContainer(container: JsonObject): JsonObject {
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
  const probed = probeFields.reduce((object, key) => withField(object, key, completeProbe), ended)
  const lived = withField(probed, 'lifecycle', completeLifecycle)
  const reached = has(lived, 'ports')
    ? { ...lived, ports: objectsAt(lived, 'ports').map(completePort) }
    : lived
  return withItems(reached, 'env', completeEnv)
}
