/**
 * Trusted Types, as far as they are used here; some browsers have none. A policy in fact returns trusted objects: the types
 * say `string`, because TypeScript's types of the page know nothing else.
 */
type TrustedTypes = {
  createPolicy<Rules>(
    name: string,
    rules: Rules,
  ): { readonly name: string } & { readonly [Rule in keyof Rules]: (text: string) => string }
}

declare var trustedTypes: TrustedTypes | undefined
