/** The text of each file of a package, or of one of its folders, by path: `models/V1Pod.js`. */
export type PackageFiles = ReadonlyMap<string, string>
