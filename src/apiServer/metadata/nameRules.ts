import { labelProblem, oldLabelProblem, pathSegmentProblem, subdomainProblem } from '../../kubernetes/names'

/*
 * The forms of the names of the kinds; for `name` of a `Kind`. Each function says what is wrong, as the end of a
 * sentence; undefined when nothing is. Source: the `Validate…Name` functions of pkg/apis/…/validation.
 */

/** Most kinds. Source: `NameIsDNSSubdomain`. */
export const subdomainName = (name: string): string | undefined => subdomainProblem(name)

/** Namespaces and StatefulSets. Source: `NameIsDNSLabel`. */
export const labelName = (name: string): string | undefined => labelProblem(name)

/**
 * Services, and the Services that an Ingress or a webhook names. Before 1.36 they must begin with a letter.
 * Source: `ValidateServiceName`, gate RelaxedServiceNameValidation.
 */
export const serviceName = (name: string, minor: number): string | undefined =>
  minor >= 36 ? labelProblem(name) : oldLabelProblem(name)

/** Roles, bindings, PodDisruptionBudgets. Source: `ValidatePathSegmentName`. */
export const pathName = (name: string): string | undefined => pathSegmentProblem(name)

/** The Jobs of a CronJob have its name and 11 characters more. Source: `ValidateCronJobCreate`. */
export const cronJobName = (name: string): string | undefined =>
  subdomainProblem(name) ?? (name.length > 52 ? 'must have at most 52 characters' : undefined)

const suffix = 5
const longestGenerated = 63

/**
 * The name that an object gets: its own, or one made of `generateName`, of which at most 58 characters are used, and five
 * random letters or digits. Source: `SimpleNameGenerator.GenerateName`.
 */
export const givenName = (name: string, generateName: string): string =>
  name !== '' || generateName === ''
    ? name
    : `${generateName.slice(0, longestGenerated - suffix)}${'x'.repeat(suffix)}`

/**
 * A prefix of names as names are checked: it may end in “-”. The character before it goes as well, as on the server.
 * Source: `maskTrailingDash`.
 */
export const maskedPrefix = (prefix: string): string =>
  prefix.length > 1 && prefix.endsWith('-') ? `${prefix.slice(0, -2)}a` : prefix
