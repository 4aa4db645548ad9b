import { useApolloClient } from '@apollo/client/react';
import { SignOutDocument } from '../gql';
import { useAct } from '../state/act';
import { useView } from '../state/view';
import { useViewer } from './viewer';

/** Who has signed in, and the way out. */
export default function Account() {
  const { words } = useView();
  const client = useApolloClient();
  const viewer = useViewer();
  const signOut = useAct(SignOutDocument);
  if (!viewer) return null;
  const leave = async () => {
    await signOut.run({});
    await client.resetStore();
  };
  return (
    <span className="account">
      {viewer.account.displayName}{' '}
      <button type="button" className="plain link" onClick={() => void leave()}>
        {words.office.signOut}
      </button>
    </span>
  );
}
