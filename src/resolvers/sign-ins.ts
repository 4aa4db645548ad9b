import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';

import { accountGrants, apiTokensOf } from '../accounts/account-list.js';
import { changePassword } from '../accounts/change-password.js';
import type { By } from '../accounts/create-account.js';
import { loadViewer } from '../accounts/load-viewer.js';
import { createToken, revokeToken, signOut } from '../accounts/own-credentials.js';
import { queriesOf } from '../accounts/queries.js';
import { signIn } from '../accounts/sign-in.js';
import type { SignedIn } from '../accounts/viewer.js';
import {
  AccountRefusal,
  ApiToken,
  ChangePasswordResult,
  CreateTokenResult,
  PasswordChanged,
  Revoked,
  RevokeResult,
  RoleGrant,
  SignInResult,
  SignInSuccess,
  TokenCreated,
  ViewerType,
} from '../schema/account.js';
import type { ApiContext } from '../schema/context.js';
import { forbidden } from '../schema/errors.js';
import { isDatabaseId } from '../schema/global-id.js';
import { ChangePasswordArgs, CreateTokenArgs, SignInArgs } from './account-args.js';
import { demandSignedIn } from './authorise.js';

/** Who acts, as the log names them. */
export const by = ({ displayName }: SignedIn, { actor }: ApiContext): By => ({
  author: displayName,
  actor,
});

/** A program with a token makes no further credentials: a token that leaked ends when it is revoked. */
function demandPerson(context: ApiContext): SignedIn {
  const viewer = demandSignedIn(context);
  if (viewer.via !== 'API_TOKEN') return viewer;
  throw forbidden('A token of a program cannot do this; sign in with your password.');
}

@Resolver(() => ViewerType)
export class SignInResolver {
  @Query(() => ViewerType, { nullable: true, description: 'Who asks; null without a sign-in.' })
  viewer(@Ctx() { viewer }: ApiContext): ViewerType | null {
    return viewer && ViewerType.of(viewer);
  }

  @Mutation(() => SignInResult, {
    description:
      'Opens a session. After five failures a name has to wait for a quarter of an hour.',
  })
  async signIn(
    @Args(() => SignInArgs) { name, password, cookie }: SignInArgs,
    @Ctx() context: ApiContext,
  ): Promise<SignInSuccess | AccountRefusal> {
    const { database, actor, sessionLimits } = context;
    const request = { name, password, address: actor.address };
    const outcome = await signIn(database, request, sessionLimits);
    if (outcome.kind === 'REFUSED') return AccountRefusal.of(outcome);
    const viewer = await loadViewer(queriesOf(database), outcome.accountId, {
      via: 'SESSION',
      credentialId: null,
    });
    if (cookie) context.keepCookie(outcome.secret);
    return Object.assign(new SignInSuccess(), {
      viewer: viewer && ViewerType.of(viewer),
      token: cookie ? null : outcome.secret,
    });
  }

  @Mutation(() => Boolean, {
    description: 'Ends the session, or revokes the token, with which the request came.',
  })
  async signOut(@Ctx() context: ApiContext): Promise<boolean> {
    const viewer = demandSignedIn(context);
    await signOut(context.database, viewer, by(viewer, context));
    context.keepCookie(null);
    return true;
  }

  @Mutation(() => CreateTokenResult, {
    description: 'Makes a token for a program, which may do all that its owner may.',
  })
  async createToken(
    @Args(() => CreateTokenArgs) { label, days }: CreateTokenArgs,
    @Ctx() context: ApiContext,
  ): Promise<TokenCreated | AccountRefusal> {
    const viewer = demandPerson(context);
    const wanted = { accountId: viewer.accountId, label, days };
    const outcome = await createToken(context.database, wanted, by(viewer, context));
    if (outcome.kind === 'REFUSED') return AccountRefusal.of(outcome);
    return Object.assign(new TokenCreated(), { id: outcome.id, token: outcome.secret });
  }

  @Mutation(() => RevokeResult, { description: 'Revokes a token of one’s own.' })
  async revokeToken(
    @Arg('id', () => ID, { description: 'The id of the token.' }) id: string,
    @Ctx() context: ApiContext,
  ): Promise<Revoked | AccountRefusal> {
    const viewer = demandSignedIn(context);
    const { accountId } = viewer;
    const tokenId = isDatabaseId(id) ? id : '0';
    const outcome = await revokeToken(
      context.database,
      { accountId, tokenId },
      by(viewer, context),
    );
    if (outcome.kind === 'REFUSED') return AccountRefusal.of(outcome);
    return Object.assign(new Revoked(), { id });
  }

  @Mutation(() => ChangePasswordResult, {
    description: 'Changes one’s own password; all other sessions end.',
  })
  async changePassword(
    @Args(() => ChangePasswordArgs) { from, to }: ChangePasswordArgs,
    @Ctx() context: ApiContext,
  ): Promise<PasswordChanged | AccountRefusal> {
    const viewer = demandPerson(context);
    const { accountId, credentialId } = viewer;
    const sessionId = viewer.via === 'SESSION' ? credentialId : null;
    const change = { accountId, from, to, sessionId };
    const outcome = await changePassword(context.database, change, by(viewer, context));
    if (outcome.kind === 'REFUSED') return AccountRefusal.of(outcome);
    return Object.assign(new PasswordChanged(), { account: ViewerType.of(viewer).account });
  }

  @FieldResolver(() => [RoleGrant], { description: 'What it may do and where.' })
  async roles(
    @Root() { account }: ViewerType,
    @Ctx() { database }: ApiContext,
  ): Promise<RoleGrant[]> {
    const grants = await accountGrants(queriesOf(database), account.id);
    return grants.map((grant) => Object.assign(new RoleGrant(), grant));
  }

  @FieldResolver(() => [ApiToken], { description: 'Its tokens of programs, the newest first.' })
  async tokens(
    @Root() { account }: ViewerType,
    @Ctx() { database }: ApiContext,
  ): Promise<ApiToken[]> {
    const tokens = await apiTokensOf(queriesOf(database), account.id);
    return tokens.map((token) => Object.assign(new ApiToken(), token));
  }
}
