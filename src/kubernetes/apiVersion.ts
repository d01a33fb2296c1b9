/** The group of an apiVersion: `apps/v1` → `apps`; empty for the core group. */
export const groupOf = (apiVersion: string): string =>
  apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')))

type Maturity = 'stable' | 'beta' | 'alpha' | 'none'

const maturities: readonly Maturity[] = ['stable', 'beta', 'alpha', 'none']

const versionName = /^(?:.*\/)?v(\d+)(?:(alpha|beta)(\d+))?$/

/** The maturity that a version's name states: `v1`, `v1beta1` or `v1alpha1`; `none` for a name of another form. */
const maturityOf = (apiVersion: string): Maturity => {
  const match = versionName.exec(apiVersion)
  if (!match) return 'none'
  return match[2] === 'alpha' || match[2] === 'beta' ? match[2] : 'stable'
}

/** `apps/v1beta2` → 1.02, for comparing versions of the same group and maturity. */
const numberOf = (apiVersion: string): number => {
  const [, major = '0', , minor = '0'] = versionName.exec(apiVersion) ?? []
  return Number(major) + Number(minor) / 100
}

/** Sorts apiVersions: stable, beta, alpha, others; newer versions of the same group first; then by group. */
export const byMaturity = (left: string, right: string): number => {
  const stages = maturities.indexOf(maturityOf(left)) - maturities.indexOf(maturityOf(right))
  if (stages !== 0) return stages
  if (groupOf(left) === groupOf(right)) return numberOf(right) - numberOf(left)
  return groupOf(left) < groupOf(right) ? -1 : 1
}

/** The apiVersions with the highest maturity among some, in their order. */
export const mostMature = (apiVersions: readonly string[]): readonly string[] => {
  const best = maturities.find((maturity) => apiVersions.some((one) => maturityOf(one) === maturity))
  return apiVersions.filter((one) => maturityOf(one) === best)
}
