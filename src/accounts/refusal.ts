/** Why something was not done to an account; nothing was changed. */
export interface AccountRefusal {
  kind: 'REFUSED';
  code: AccountRefusalCode;
  message: string;
}

export type AccountRefusalCode =
  | 'WRONG_NAME_OR_PASSWORD'
  | 'LOCKED_OUT'
  | 'NAME_TAKEN'
  | 'NAME_NOT_USABLE'
  | 'PASSWORD_NOT_USABLE'
  | 'NO_PASSWORD'
  | 'UNKNOWN'
  | 'OWN_ACCOUNT'
  | 'ROLES_APART'
  | 'PLACE_REQUIRED';

export const accountRefusal = (code: AccountRefusalCode, message: string): AccountRefusal => ({
  kind: 'REFUSED',
  code,
  message,
});
