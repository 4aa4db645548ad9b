import { Select } from 'antd';
import { FillInDocument, type ReportScope } from '../gql';
import { mayHandIn, useViewer, type SignedIn } from '../office/viewer';
import { Answered, Waiting } from '../parts/answered';
import { PlaceLink } from '../parts/place-link';
import { useTitle } from '../parts/title';
import { useAnswer } from '../state/answer';
import { useView } from '../state/view';
import { Sheet } from './sheet';
import type { Subject } from './use-entry';

const scopes: readonly ReportScope[] = [
  'ORGAN',
  'GOVERNMENT_LEVEL',
  'REGION_CONSOLIDATED',
  'SYSTEM_CONSOLIDATED',
];
/** The form of 2021 holds for reports of this year and later. */
const FIRST_YEAR = 2021;

function Stored({ subject }: { readonly subject: Subject }) {
  const { agency, year, scope } = subject;
  const variables = { agency: agency.id, year, last: year - 1, scopes: [scope] };
  const answer = useAnswer(FillInDocument, variables);
  return (
    <Answered answer={answer}>
      {(data) => <Sheet subject={subject} answer={data} onSaved={answer.retry} />}
    </Answered>
  );
}

function Inside({ viewer }: { readonly viewer: SignedIn }) {
  const { words, text, change } = useView();
  const { office } = words;
  const own = viewer.roles.flatMap(({ role, agency }) =>
    agency && role === 'SUBMITTER' ? [agency] : [],
  );
  const newest = new Date().getFullYear() - 1;
  const years = Array.from({ length: newest - FIRST_YEAR + 1 }, (_, i) => newest - i);
  const agency = own.find(({ id }) => id === text('agency')) ?? own[0];
  const year = years.find((each) => String(each) === text('year')) ?? newest;
  const scope = scopes.find((each) => each === text('scope')) ?? 'ORGAN';
  if (!agency) return <p>{office.noHandIn}</p>;
  return (
    <>
      <h1>{office.fillIn}</h1>
      <p className="note">{office.fillInHelp}</p>
      <div className="filters">
        <Select
          aria-label={office.agency}
          virtual={false}
          value={agency.id}
          options={own.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id: string) => change({ agency: id })}
        />
        <Select
          aria-label={words.year}
          virtual={false}
          value={year}
          options={years.map((each) => ({ value: each, label: words.yearOf(each) }))}
          onChange={(each: number) => change({ year: each })}
        />
        <Select
          aria-label={words.scope}
          virtual={false}
          value={scope}
          options={scopes.map((each) => ({ value: each, label: words.scopes[each] }))}
          onChange={(each: ReportScope) => change({ scope: each === 'ORGAN' ? null : each })}
        />
        <PlaceLink to="/hand-in">{office.byFile}</PlaceLink>
      </div>
      <Stored key={`${agency.id} ${year} ${scope}`} subject={{ agency, year, scope }} />
    </>
  );
}

/** A report is typed into the form in the browser, checked while it is typed. */
export default function FillIn() {
  const { words } = useView();
  const viewer = useViewer();
  useTitle(words.office.fillIn);
  if (viewer === undefined) return <Waiting />;
  if (viewer === null || viewer.mustChangePassword || !mayHandIn(viewer)) {
    return (
      <>
        <h1>{words.office.fillIn}</h1>
        <p>{viewer ? words.office.noHandIn : words.office.needSignIn}</p>
        <PlaceLink to="/sign-in" with={{ to: 'fill-in' }}>
          {words.office.signIn}
        </PlaceLink>
      </>
    );
  }
  return <Inside viewer={viewer} />;
}
