import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, ID, Int } from 'type-graphql';

import { LONGEST_TOKEN_DAYS } from '../accounts/own-credentials.js';
import type { Role } from '../entities/vocabulary.js';
import { RoleEnum } from '../schema/account.js';
import { IsPlainText } from '../schema/inputs/plain-text.js';
import { RegionCode } from '../schema/scalars/region-code.js';

const LONGEST_PASSWORD = 200;

@ArgsType()
export class SignInArgs {
  @Field(() => String, { description: 'The name of the account.' })
  @IsPlainText()
  name!: string;

  @Field(() => String, { description: 'Its password.' })
  @MaxLength(LONGEST_PASSWORD)
  password!: string;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'True: the browser keeps the session in a cookie that scripts cannot read. False: the answer has a token.',
  })
  cookie!: boolean;
}

/** Where a role holds or whom an account is for. */
@ArgsType()
export class PlaceArgs {
  @Field(() => RegionCode, {
    nullable: true,
    description: 'A region with all beneath it. Neither region nor agency: everywhere.',
  })
  @IsOptional()
  @IsString()
  region?: string | null;

  @Field(() => ID, { nullable: true, description: 'A single agency.' })
  @IsOptional()
  @IsString()
  agency?: string | null;
}

@ArgsType()
export class CreateAccountArgs extends PlaceArgs {
  @Field(() => String, {
    description: '2 to 64 letters, digits, dots, hyphens, underscores or @.',
  })
  @IsPlainText()
  name!: string;

  @Field(() => String, { description: 'What is shown of the person beside what they did.' })
  @IsPlainText()
  displayName!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A first password; no role counts until the person has changed it. Null with an identity of the provider.',
  })
  @IsOptional()
  @MaxLength(LONGEST_PASSWORD)
  password?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The `iss` of the OpenID Connect provider that the person signs in with.',
  })
  @IsOptional()
  @IsPlainText()
  issuer?: string | null;

  @Field(() => String, { nullable: true, description: 'The `sub` that the provider gives it.' })
  @IsOptional()
  @IsPlainText()
  subject?: string | null;
}

@ArgsType()
export class GrantRoleArgs extends PlaceArgs {
  @Field(() => ID, { description: 'The account.' })
  @IsString()
  account!: string;

  @Field(() => RoleEnum, { description: 'The role.' })
  @IsIn(Object.keys(RoleEnum))
  role!: Role;
}

@ArgsType()
export class CreateTokenArgs {
  @Field(() => String, { description: 'What it is for, in one line.' })
  @IsPlainText()
  label!: string;

  @Field(() => Int, {
    defaultValue: 90,
    description: `Days until it ends by itself, 1 to ${LONGEST_TOKEN_DAYS}.`,
  })
  @IsInt()
  @Min(1)
  @Max(LONGEST_TOKEN_DAYS)
  days!: number;
}

@ArgsType()
export class ChangePasswordArgs {
  @Field(() => String, { description: 'The password so far.' })
  @MaxLength(LONGEST_PASSWORD)
  from!: string;

  @Field(() => String, { description: 'The new one, at least 12 characters.' })
  @MaxLength(LONGEST_PASSWORD)
  to!: string;
}
