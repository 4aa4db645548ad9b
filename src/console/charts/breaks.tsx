import { useView } from '../state/view';

/** Report years in which the form or the law changed. */
export const breaks: readonly number[] = [2019, 2021, 2024];

/** What changed in the years that a time line marks. */
export function BreakNote({ years }: { readonly years: readonly number[] }) {
  const { words } = useView();
  const shown = breaks.filter((year) => years.includes(year));
  if (shown.length === 0) return null;
  return (
    <div className="note">
      {words.breakNote}
      <ul>
        {shown.map((year) => (
          <li key={year}>{words.breaks[year]}</li>
        ))}
      </ul>
    </div>
  );
}
