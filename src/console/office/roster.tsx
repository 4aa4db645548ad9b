import { useApolloClient } from '@apollo/client/react';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import {
  ImportRosterDocument,
  MakeRosterDocument,
  RosterListDocument,
  type RosterOutcomeFragment,
  type RosterSource,
} from '../gql';
import { useAct } from '../state/act';
import { saveBlob } from '../state/save-blob';
import { useView } from '../state/view';
import type { Place } from './place';

/** Who has to report: made from what is known, or from a list. */
export function Roster({ place }: { readonly place: Place }) {
  const { words } = useView();
  const { office } = words;
  const client = useApolloClient();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<RosterOutcomeFragment | null>(null);
  const make = useAct(MakeRosterDocument);
  const read = useAct(ImportRosterDocument);
  const told = (done: RosterOutcomeFragment | undefined) => {
    if (done) setOutcome(done);
    // The board asks anew.
    if (done?.__typename === 'RosterMade') client.cache.evict({ fieldName: 'progress' });
  };
  const from = async (source: RosterSource) =>
    told((await make.run({ ...place, from: source }))?.makeRoster);
  const upload = async (file: File | undefined) => {
    if (file) told((await read.run({ ...place, csv: await file.text() }))?.importRoster);
  };
  const download = async () => {
    const { data } = await client.query({
      query: RosterListDocument,
      variables: place,
      fetchPolicy: 'network-only',
    });
    if (data?.rosterCsv == null) {
      setOutcome({ __typename: 'OfficeRefusal', code: 'ROSTER_UNKNOWN', message: office.noRoster });
    } else {
      saveBlob(
        `roster-${place.region}-${place.year}.csv`,
        new Blob([data.rosterCsv], { type: 'text/csv' }),
      );
    }
  };
  const fault = make.error ?? read.error;
  return (
    <>
      <div className="filters">
        <Button loading={make.busy} onClick={() => void from('LAST_YEAR')}>
          {office.makeFromLastYear}
        </Button>
        <Button loading={make.busy} onClick={() => void from('AGENCIES')}>
          {office.makeFromAgencies}
        </Button>
        <Button onClick={() => void download()}>{office.downloadRoster}</Button>
        <Button loading={read.busy} onClick={() => input.current?.click()}>
          {office.uploadRoster}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          hidden
          aria-label={office.uploadRoster}
          onChange={({ target }) => void upload(target.files?.[0])}
        />
      </div>
      {fault !== null && <Alert type="error" title={fault} role="alert" />}
      {outcome?.__typename === 'RosterMade' && (
        <Alert
          type="success"
          title={office.rosterMade(outcome.members, outcome.compared)}
          role="status"
        />
      )}
      {outcome?.__typename === 'OfficeRefusal' && (
        <Alert type="error" title={<span className="lines">{outcome.message}</span>} role="alert" />
      )}
    </>
  );
}
