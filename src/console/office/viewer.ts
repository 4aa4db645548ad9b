import { ViewerDocument, type ViewerQuery } from '../gql';
import { useAnswer } from '../state/answer';

export type SignedIn = NonNullable<ViewerQuery['viewer']>;
type Role = SignedIn['roles'][number]['role'];

/** Who has signed in; undefined while that is asked, null where nobody has. */
export function useViewer(): SignedIn | null | undefined {
  const { data, error } = useAnswer(ViewerDocument, {});
  if (error !== null) return null;
  return data === undefined ? undefined : data.viewer;
}

const OFFICE: readonly Role[] = ['REVIEWER', 'PUBLISHER', 'ADMIN', 'AUDITOR'];
const FILING: readonly Role[] = ['SUBMITTER', 'REVIEWER'];

/** The regions in whose office somebody works, each once; one for everywhere is the country. */
export function officesOf({ roles }: SignedIn): { code: string; name: string }[] {
  const found = roles
    .filter(({ role, agency }) => OFFICE.includes(role) && !agency)
    .map(({ region }) => ({ code: region?.code ?? '000000', name: region?.fullName ?? '中国' }));
  return [...new Map(found.map((place) => [place.code, place])).values()];
}

export const mayHandIn = ({ roles }: SignedIn): boolean =>
  roles.some(({ role }) => FILING.includes(role));

export const has = ({ roles }: SignedIn, ...wanted: readonly Role[]): boolean =>
  roles.some(({ role }) => wanted.includes(role));
