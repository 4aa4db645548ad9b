import type { Role } from '../entities/vocabulary.js';

/** A role and where it holds: on an agency, on a region's subtree, or everywhere where both are null. */
export interface Grant {
  role: Role;
  regionCode: string | null;
  agencyId: string | null;
}

/** How somebody showed who they are. */
export type SignInMethod = 'SESSION' | 'API_TOKEN' | 'OPENID_CONNECT';

/** Somebody who has signed in. */
export interface SignedIn {
  accountId: string;
  /** What one signs in with. */
  name: string;
  /** What is shown of the person beside what they did. */
  displayName: string;
  /** Empty until a password that somebody else chose is changed. */
  grants: readonly Grant[];
  mustChangePassword: boolean;
  via: SignInMethod;
  /** The session or token that was shown; null with a provider's token. */
  credentialId: string | null;
}

/** Who asks; null for anyone who has not signed in. */
export type Viewer = SignedIn | null;
