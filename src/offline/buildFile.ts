/** A file of the build. `path`: from the folder of the page. `integrity`: as in the attribute of an element. */
export type BuildFile = { readonly path: string; readonly integrity: string }
