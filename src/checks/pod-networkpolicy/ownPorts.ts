import type { PodBearer } from '../../engine/objects/readObjects'
import { declaredPorts, isPortNumber, podPort, type PodPort } from '../facts/podFacts'

/** Whether the name of a Service or a port says that the API server connects to it. */
export const isNamedWebhook = (name: string | undefined): boolean => name?.includes('webhook') ?? false

/** The ports of Pods that are used from outside without a Service: on their node, by a monitoring, as a webhook. */
export function ownPorts(object: PodBearer): readonly PodPort[] {
  const { annotations, containers } = object.pod
  const declared = containers.flatMap(({ container }) => container.ports ?? [])
  const outside = declared.filter(
    ({ name, hostPort = 0, containerPort }) =>
      isPortNumber(containerPort) && (hostPort > 0 || isNamedWebhook(name)),
  )
  const isScraped = annotations['prometheus.io/scrape'] === 'true'
  const scraped = Number(annotations['prometheus.io/port'])
  const byDefault = declaredPorts(object).filter(({ protocol }) => protocol === undefined)
  return [
    ...outside.map(({ containerPort = 0, protocol }) => podPort(containerPort, protocol)),
    ...(isScraped
      ? isPortNumber(scraped)
        ? [{ port: scraped }]
        : byDefault.map(({ port }) => ({ port }))
      : []),
  ]
}
