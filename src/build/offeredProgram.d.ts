/** The command-line program that comes with the page, built by `programPlugin`. */
declare module 'virtual:program' {
  /** `sha256`: of its file, in hexadecimal. `size`: in bytes. */
  export const program: { readonly sha256: string; readonly size: number }
}
