import { SeverityBadge } from '../parts/badge';
import { PlaceLink } from '../parts/place-link';
import { useView } from '../state/view';
import type { Told } from './upload';

type Group = 'refused' | 'wrong' | 'sound';

const groups: readonly Group[] = ['refused', 'wrong', 'sound'];

const groupOf = ({ outcome, findings = [] }: Told): Group => {
  if (outcome === 'REFUSED') return 'refused';
  return findings.some(({ severity }) => severity === 'ERROR') ? 'wrong' : 'sound';
};

function Result({ told }: { readonly told: Told }) {
  const { words } = useView();
  const { office } = words;
  const { file, outcome, report, code, message, findings = [] } = told;
  return (
    <li>
      <p>
        <strong>{file}</strong>{' '}
        {report && (
          <>
            {report.id === null ? (
              report.agency.name
            ) : (
              <PlaceLink to={`/report/${report.id}`}>{report.agency.name}</PlaceLink>
            )}{' '}
            {words.yearOf(report.year)} · {office.filedAs[outcome]} ·{' '}
            {office.statuses[report.status] ?? report.status}
          </>
        )}
      </p>
      {code !== undefined && (
        <p>
          <code>{code}</code> {message}
        </p>
      )}
      {findings.length > 0 && (
        <ul className="findings">
          {findings.map((finding, i) => (
            <li key={i} className="finding">
              <SeverityBadge severity={finding.severity} />{' '}
              <PlaceLink to="/rules" with={{ rule: finding.check }}>
                {finding.check}
              </PlaceLink>{' '}
              {finding.message[words.language]}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What became of each file, grouped by what is to be done next. */
export function Results({ results }: { readonly results: readonly Told[] }) {
  const { words } = useView();
  return groups.map((group) => {
    const own = results.filter((told) => groupOf(told) === group);
    if (own.length === 0) return null;
    return (
      <section key={group} aria-labelledby={`group-${group}`}>
        <h2 id={`group-${group}`}>
          {words.office.groups[group]} ({own.length})
        </h2>
        <ul className="results">
          {own.map((told, i) => (
            <Result key={`${told.file} ${i}`} told={told} />
          ))}
        </ul>
      </section>
    );
  });
}
