import { blocksOf } from '../../format/forms.js';
import { useView } from '../state/view';
import { say } from '../words/labels';
import { count, difference, percent } from '../words/numbers';
import { Sum } from './sum';
import { cellOf, type YearTotal } from './total';

/** The kinds of applicants, as the form has them. */
const kinds = (blocksOf('E2021', 'REQUESTS')[0]?.columns ?? []).filter(
  ({ key }) => key !== 'total',
);

interface Props {
  readonly now: YearTotal;
  readonly before: YearTotal | undefined;
}

/** Who asked: new requests by the kind of applicant, each of all whose kind is stated. */
export function Applicants({ now, before }: Props) {
  const { words } = useView();
  const lines = kinds.map(({ key: column, label }) => {
    const address = { table: 'REQUESTS', row: 'received', column } as const;
    const of = (total: YearTotal | undefined) => {
      const value = total ? cellOf(total, address) : null;
      return value === null ? null : Number(value);
    };
    return { label, address, value: of(now), last: of(before) };
  });
  const all = lines.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const most = Math.max(1, ...lines.map(({ value }) => value ?? 0));
  const lastYear = { year: before?.key.year ?? null };
  return (
    <section aria-labelledby="applicants">
      <h2 id="applicants">{words.applicantsTitle}</h2>
      <div className="wide" tabIndex={0}>
        <table className="data outcomes">
          <thead>
            <tr>
              <th scope="col">{words.applicantsTitle}</th>
              <th scope="col" className="number">
                {words.thisYear}
              </th>
              <th scope="col" className="number">
                {words.ofAll}
              </th>
              <th scope="col" className="number">
                {words.lastYear}
              </th>
              <th scope="col" className="number">
                {words.change}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ label, address, value, last }) => (
              <tr key={address.column} className="category">
                <th scope="row">
                  {say(label, words.language)}
                  <span className="bar" style={{ width: `${(100 * (value ?? 0)) / most}%` }} />
                </th>
                <td className="number">
                  <Sum summed={address} value={value} />
                </td>
                <td className="number">
                  {value === null || all === 0 ? count(null, words) : percent(value / all)}
                </td>
                <td className="number">
                  <Sum summed={address} value={last} at={lastYear} />
                </td>
                <td className="number">{difference(value, last, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
