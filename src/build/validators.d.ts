/** A JSON Schema, compiled by `ajvValidator` when the page is built. */
declare module '*.schema.json?validator' {
  /** Whether `data` matches the schema. `errors`: what the last call found first, with its place as a JSON Pointer. */
  const validate: {
    (data: unknown): boolean
    readonly errors?: readonly { readonly instancePath: string }[] | null
  }
  export default validate
}
