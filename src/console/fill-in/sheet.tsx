import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { addressKey } from '../../format/form.js';
import { blocksOf } from '../../format/forms.js';
import { FormTable } from '../form/form-table';
import type { FillInQuery } from '../gql';
import { PlaceLink } from '../parts/place-link';
import { useView } from '../state/view';
import { EntryCell } from './entry-cell';
import { carriedIn, EDITION, places, tables, type Typed } from './figures';
import { ToldFindings } from './told';
import { useEntry, type Entry, type Subject } from './use-entry';

/** What is stored of the report, why it came back, and what is not saved. */
function Standing({ entry: { stored, unsaved, drop } }: { readonly entry: Entry }) {
  const { words } = useView();
  const { office } = words;
  return (
    <>
      {stored && (
        <p className="coverage">
          <PlaceLink to={`/report/${stored.id}`}>{words.revision(stored.revision)}</PlaceLink>
          <span>{office.statuses[stored.status] ?? stored.status}</span>
        </p>
      )}
      {stored?.status === 'RETURNED' && (
        <Alert
          type="warning"
          title={`${office.cameBack}${stored.life.reason ?? ''}`}
          description={office.cameBackHelp}
        />
      )}
      {unsaved !== 'NO' && (
        <Alert
          type={unsaved === 'YES' ? 'info' : 'warning'}
          title={unsaved === 'YES' ? office.unsaved : office.changedMeanwhile}
          action={<Button onClick={drop}>{office.dropUnsaved}</Button>}
        />
      )}
    </>
  );
}

/** Noughts for the cells in which nothing is typed yet. */
const noughts = (typed: Typed): Typed =>
  new Map(
    places
      .map(addressKey)
      .filter((key) => !typed.has(key))
      .map((key) => [key, '0']),
  );

function Steps({ entry }: { readonly entry: Entry }) {
  const { words } = useView();
  const { office } = words;
  const { typed, before, left, busy, type, send } = entry;
  const [leader, setLeader] = useState(entry.stored?.life.responsibleLeader ?? '');
  return (
    <div className="filters">
      <Button disabled={before.size === 0} onClick={() => type(carriedIn(before))}>
        {office.carry}
      </Button>
      <Button disabled={left === 0} onClick={() => type(noughts(typed))}>
        {office.fillOpen}
      </Button>
      <Button loading={busy} onClick={() => void send('CHECK', leader)}>
        {office.checkAll}
      </Button>
      <Button loading={busy} onClick={() => void send('DRAFT', leader)}>
        {office.saveDraft}
      </Button>
      <Input
        aria-label={office.leader}
        placeholder={office.leader}
        value={leader}
        onChange={({ target }) => setLeader(target.value)}
      />
      <Button
        type="primary"
        disabled={leader.trim() === ''}
        loading={busy}
        onClick={() => void send('SUBMIT', leader)}
      >
        {office.handIn}
      </Button>
    </div>
  );
}

interface Props {
  readonly subject: Subject;
  readonly answer: FillInQuery;
  /** Asks again for what is stored. */
  readonly onSaved: () => void;
}

/** The three tables to type in. */
export function Sheet({ subject, answer, onSaved }: Props) {
  const { words } = useView();
  const { office } = words;
  const entry = useEntry(subject, answer, onSaved);
  const { typed, before, severities, left, outcome, type } = entry;
  return (
    <>
      <Standing entry={entry} />
      <Steps entry={entry} />
      <p role="status">{outcome ?? (left > 0 ? office.stillOpen(left) : office.allFilled)}</p>
      <div className="beside-tables">
        <div>
          {tables.map((table) => (
            <FormTable
              key={table}
              table={table}
              blocks={blocksOf(EDITION, table)}
              render={(address, kind) => (
                <EntryCell
                  address={address}
                  kind={kind}
                  text={typed.get(addressKey(address))}
                  before={before.get(addressKey(address))}
                  severity={severities.get(addressKey(address)) ?? null}
                  onType={type}
                />
              )}
            />
          ))}
        </div>
        <section className="aside" aria-labelledby="told">
          <h2 id="told">{words.findings}</h2>
          <ToldFindings findings={entry.findings} />
        </section>
      </div>
    </>
  );
}
