import type { Severity } from '../engine/model/finding'

/** Worst first: the order of every list, legend and count on the page. */
export const severities: readonly Severity[] = ['refused', 'critical', 'warning', 'advice']

export const rank = (severity: Severity): number => severities.indexOf(severity)
