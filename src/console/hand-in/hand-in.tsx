import { Button, Checkbox, Input, Select } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { has, mayHandIn, useViewer, type SignedIn } from '../office/viewer';
import { Waiting as Loading } from '../parts/answered';
import { PlaceLink } from '../parts/place-link';
import { useTitle } from '../parts/title';
import { useView } from '../state/view';
import { Results } from './results';
import { filesOf } from './upload';
import { useCourier } from './courier';
import { Waiting } from './waiting';

/** Where files are dropped or chosen. */
function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { words } = useView();
  const { office } = words;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void filesOf(event.dataTransfer.items).then(onFiles);
  };
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{office.handInHelp}</p>
      <Button onClick={() => input.current?.click()}>{office.choose}</Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={office.choose}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </div>
  );
}

function Inside({ viewer }: { readonly viewer: SignedIn }) {
  const { words } = useView();
  const { office } = words;
  const own = viewer.roles.flatMap(({ agency }) => agency ?? []);
  const onlyOwn = !has(viewer, 'REVIEWER');
  const [agency, setAgency] = useState<string | null>(onlyOwn ? (own[0]?.id ?? null) : null);
  const [leader, setLeader] = useState('');
  const [dryRun, setDryRun] = useState(true);
  const { items, underWay, stopped, add, resume, skip, clear } = useCourier(viewer.account.id);
  const year = new Date().getFullYear() - 1;
  const workbook = `/template.xlsx?year=${year}${agency === null ? '' : `&agency=${agency}`}`;
  return (
    <>
      <h1>{office.handIn}</h1>
      <div className="filters">
        <Select
          aria-label={office.agency}
          virtual={false}
          value={agency ?? ''}
          options={[
            ...(onlyOwn ? [] : [{ value: '', label: office.byDocument }]),
            ...own.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id: string) => setAgency(id === '' ? null : id)}
        />
        <Input
          aria-label={office.leader}
          placeholder={office.leader}
          value={leader}
          onChange={({ target }) => setLeader(target.value)}
        />
        <Checkbox checked={dryRun} onChange={({ target }) => setDryRun(target.checked)}>
          {office.dryRun}
        </Checkbox>
        <Button href={workbook}>{office.template}</Button>
        {own.length > 0 && <PlaceLink to="/fill-in">{office.fillIn}</PlaceLink>}
      </div>
      <p className="note">{office.leaderHelp}</p>
      <DropZone
        onFiles={(files) => void add(files, { agency, responsibleLeader: leader, dryRun })}
      />
      <Waiting
        items={items}
        underWay={underWay}
        stopped={stopped}
        onResume={resume}
        onSkip={() => void skip()}
      />
      {items.some(({ told }) => told) && (
        <Button onClick={() => void clear()}>{office.clearResults}</Button>
      )}
      <Results results={items.flatMap(({ told }) => told ?? [])} />
    </>
  );
}

/** Reports are handed in file by file, and what is wrong with them is told at once. */
export default function HandIn() {
  const { words } = useView();
  const viewer = useViewer();
  useTitle(words.office.handIn);
  if (viewer === undefined) return <Loading />;
  if (viewer === null || viewer.mustChangePassword || !mayHandIn(viewer)) {
    return (
      <>
        <h1>{words.office.handIn}</h1>
        <p>{viewer ? words.office.noHandIn : words.office.needSignIn}</p>
        <PlaceLink to="/sign-in" with={{ to: 'hand-in' }}>
          {words.office.signIn}
        </PlaceLink>
      </>
    );
  }
  return <Inside viewer={viewer} />;
}
