import { Alert, Select } from 'antd';
import { PlaceLink } from '../parts/place-link';
import { Waiting } from '../parts/answered';
import { useTitle } from '../parts/title';
import { useView } from '../state/view';
import { Accounts } from './accounts';
import { AddingUp } from './adding-up';
import { Board } from './board';
import { Log } from './log';
import type { Place } from './place';
import { Queue } from './queue';
import { Roster } from './roster';
import { has, officesOf, useViewer, type SignedIn } from './viewer';

const tabs = ['board', 'queue', 'publish', 'adding', 'roster', 'accounts', 'log'] as const;
type Tab = (typeof tabs)[number];

/** The year before this one is reported on. */
const thisYear = (): number => new Date().getFullYear() - 1;

const allowed = (viewer: SignedIn): readonly Tab[] =>
  tabs.filter((tab) => {
    if (tab === 'queue' || tab === 'adding') return has(viewer, 'REVIEWER');
    if (tab === 'publish') return has(viewer, 'PUBLISHER');
    if (tab === 'roster') return has(viewer, 'REVIEWER', 'ADMIN');
    return !['accounts', 'log'].includes(tab) || has(viewer, 'AUDITOR', 'ADMIN');
  });

function Shown({ tab, place }: { readonly tab: Tab; readonly place: Place }) {
  if (tab === 'queue') return <Queue key="queue" place={place} step="accept" />;
  if (tab === 'publish') return <Queue key="publish" place={place} step="publish" />;
  if (tab === 'adding') return <AddingUp place={place} />;
  if (tab === 'roster') return <Roster place={place} />;
  if (tab === 'accounts') return <Accounts key={place.region} region={place.region} />;
  return tab === 'log' ? <Log /> : <Board place={place} />;
}

function Choice({ viewer, place }: { readonly viewer: SignedIn; readonly place: Place }) {
  const { words, change } = useView();
  const years = Array.from({ length: 8 }, (_, i) => thisYear() + 1 - i);
  return (
    <div className="filters">
      <Select
        aria-label={words.region}
        virtual={false}
        value={place.region}
        options={officesOf(viewer).map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(region: string) => change({ region, after: null })}
      />
      <Select
        aria-label={words.year}
        virtual={false}
        value={place.year}
        options={years.map((year) => ({ value: year, label: words.yearOf(year) }))}
        onChange={(year: number) => change({ year, after: null })}
      />
    </div>
  );
}

function Inside({ viewer }: { readonly viewer: SignedIn }) {
  const { words, text } = useView();
  const { office } = words;
  const offices = officesOf(viewer);
  const [first] = offices;
  if (!first) return <Alert type="warning" title={office.noOffice} role="alert" />;
  const asked = text('region');
  const region = offices.find(({ code }) => code === asked)?.code ?? first.code;
  const place = { region, year: Number(text('year')) || thisYear() };
  const open = allowed(viewer);
  const tab = open.find((one) => one === text('tab')) ?? 'board';
  return (
    <>
      <h1>{office.office}</h1>
      <Choice viewer={viewer} place={place} />
      <nav className="tabs" aria-label={office.office}>
        {open.map((one) => (
          <PlaceLink
            key={one}
            to="/office"
            with={{ tab: one, region, year: place.year }}
            className={one === tab ? 'tab chosen' : 'tab'}
          >
            {office.tabs[one]}
          </PlaceLink>
        ))}
      </nav>
      <Shown tab={tab} place={place} />
    </>
  );
}

/** What an oversight office does between January and March. */
export default function Office() {
  const { words } = useView();
  const viewer = useViewer();
  useTitle(words.office.office);
  if (viewer === undefined) return <Waiting />;
  if (viewer === null || viewer.mustChangePassword) {
    return (
      <>
        <h1>{words.office.office}</h1>
        <p>{words.office.needSignIn}</p>
        <PlaceLink to="/sign-in">{words.office.signIn}</PlaceLink>
      </>
    );
  }
  return <Inside viewer={viewer} />;
}
