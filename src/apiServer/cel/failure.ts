/**
 * Why an expression is refused. `message`: the end of a sentence, such as “there is no field b”. `at`: where in the
 * expression, in UTF-16 units from 0; undefined when it is about the whole.
 */
export class Failure extends Error {
  constructor(
    message: string,
    readonly at?: number,
  ) {
    super(message)
  }
}
