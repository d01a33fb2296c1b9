import type { ObjectReport, Report } from '../engine/model/report'
import { counted, numberText } from './words'

/** What a cluster of a version would do with the objects of a report: `A cluster running 1.36 would accept all 14 objects.` */
export function admissionSentence(
  { accepted, refused, unknown }: NonNullable<Report['admission']>,
  version: string,
): string {
  const total = accepted + refused
  if (total === 0) return `Nothing to check against ${version}.`
  const verb = accepted > 0 ? 'accept' : 'refuse'
  return `A cluster running ${version} would ${verb} ${objectsIn(accepted, total, unknown === 0)}.`
}

/** `isAll`: there are no other objects. */
const objectsIn = (accepted: number, total: number, isAll: boolean): string => {
  if (accepted > 0 && accepted < total) return `${numberText(accepted)} of ${numberText(total)} objects`
  if (isAll && total < 3) return total === 1 ? 'this object' : 'both objects'
  return `${total > 1 ? 'all ' : ''}${counted(total, 'object')}`
}

/**
 * What the sentence does not count: `No answer for 2 custom resources`; empty when there is nothing else. Equal for a
 * provisional report and a complete one.
 */
export function uncountedNote(objects: readonly ObjectReport[]): readonly string[] {
  const uncounted = objects.filter(isUncounted)
  const areCustom = uncounted.every(({ validity }) => validity.status === 'valid')
  const noun = areCustom ? 'custom resource' : 'other object'
  return uncounted.length > 0 ? [`No answer for ${counted(uncounted.length, noun)}`] : []
}

/** A provisional report does not say it, but the rules of the API server look at no such object. */
const isUncounted = ({ admission, grade, validity }: ObjectReport): boolean =>
  admission ? admission === 'unknown' : validity.schema !== 'kubernetes' && grade !== 'refused'
