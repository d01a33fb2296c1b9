/** The MIME type of a manifest, by the name of its file. */
export const manifestType = (name: string): string =>
  /\.json$/i.test(name) ? 'application/json' : 'application/yaml'
