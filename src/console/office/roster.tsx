import { useApolloClient } from '@apollo/client/react';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import {
  ImportRosterDocument,
  MakeRosterDocument,
  RosterCalendarDocument,
  RosterListDocument,
  type RosterOutcomeFragment,
  type RosterSource,
} from '../gql';
import { useAct } from '../state/act';
import { useAnswer } from '../state/answer';
import { saveBlob } from '../state/save-blob';
import { useView } from '../state/view';
import type { Place } from './place';

/** Who has to report: made from what is known, or from a list. */
export function Roster({ place }: { readonly place: Place }) {
  const answer = useAnswer(RosterCalendarDocument, place);
  // The dates are asked anew once a roster is made.
  const { departmentsBy = null, governmentsBy = null } = answer.data?.progress ?? {};
  const key = `${place.region} ${place.year} ${departmentsBy ?? ''} ${governmentsBy ?? ''}`;
  return <RosterOf key={key} place={place} calendar={{ departmentsBy, governmentsBy }} />;
}

interface Calendar {
  readonly departmentsBy: string | null;
  readonly governmentsBy: string | null;
}

/** A day until which something is due. */
function DueBy(props: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}) {
  const { label, value, onChange } = props;
  return (
    <label className="filter">
      <span>{label}</span>
      <input
        type="date"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
      />
    </label>
  );
}

function RosterOf(props: { readonly place: Place; readonly calendar: Calendar }) {
  const { place } = props;
  const [calendar, setCalendar] = useState(props.calendar);
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
    told((await make.run({ ...place, ...calendar, from: source }))?.makeRoster);
  const upload = async (file: File | undefined) => {
    if (file)
      told((await read.run({ ...place, ...calendar, csv: await file.text() }))?.importRoster);
  };
  const list = async (): Promise<string | null> => {
    const { data } = await client.query({
      query: RosterListDocument,
      variables: place,
      fetchPolicy: 'network-only',
    });
    if (data?.rosterCsv != null) return data.rosterCsv;
    setOutcome({ __typename: 'OfficeRefusal', code: 'ROSTER_UNKNOWN', message: office.noRoster });
    return null;
  };
  const download = async () => {
    const csv = await list();
    if (csv === null) return;
    const name = `roster-${place.region}-${place.year}.csv`;
    saveBlob(name, new Blob([csv], { type: 'text/csv' }));
  };
  const keepCalendar = async () => {
    const csv = await list();
    if (csv !== null) told((await read.run({ ...place, ...calendar, csv }))?.importRoster);
  };
  const fault = make.error ?? read.error;
  return (
    <>
      <div className="filters">
        <DueBy
          label={office.departmentsBy}
          value={calendar.departmentsBy}
          onChange={(departmentsBy) => setCalendar({ ...calendar, departmentsBy })}
        />
        <DueBy
          label={office.governmentsBy}
          value={calendar.governmentsBy}
          onChange={(governmentsBy) => setCalendar({ ...calendar, governmentsBy })}
        />
        <Button loading={read.busy} onClick={() => void keepCalendar()}>
          {office.keepCalendar}
        </Button>
      </div>
      <p className="note">{office.calendarHelp}</p>
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
