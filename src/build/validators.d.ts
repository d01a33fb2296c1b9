/** A JSON Schema, compiled by `ajvValidator` when the page is built. */
declare module '*.schema.json?validator' {
  /** Whether `data` matches the schema. */
  const validate: (data: unknown) => boolean
  export default validate
}
