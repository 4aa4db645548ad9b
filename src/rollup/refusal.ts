/**
 * A question that is refused, e.g. a total that would mix scopes. graphql-js carries `extensions` over to the
 * client, so that the code arrives without this layer knowing GraphQL.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly extensions: { code: 'BAD_USER_INPUT' | 'FORBIDDEN' };

  constructor(message: string, code: 'BAD_USER_INPUT' | 'FORBIDDEN' = 'BAD_USER_INPUT') {
    super(message);
    this.extensions = { code };
  }
}
