import { useEffect } from 'react';
import { cellLabel } from '../../format/cell-label.js';
import type { Severity } from '../gql';
import { cellText } from '../overview/total';
import { SeverityBadge } from '../parts/badge';
import { PlaceLink } from '../parts/place-link';
import { useView } from '../state/view';
import { count, day } from '../words/numbers';
import { address, keyOf, type Numbered, type ReportModel } from './model';

/** Leads to a finding in the list. */
export function FindingLink({ numbered }: { readonly numbered: Numbered }) {
  const { change } = useView();
  const { number, finding } = numbered;
  return (
    <button type="button" className="plain link" onClick={() => change({ finding: number })}>
      {number}. {finding.check.code}
    </button>
  );
}

type PlacedCell = Parameters<typeof address>[0];

/** Leads to a cell of the tables. */
export function CellLink({ cell }: { readonly cell: PlacedCell }) {
  const { words, change } = useView();
  const name = cellText(address(cell));
  const jump = () => {
    change({ cell: name });
    const target = document.getElementById(`cell-${name}`);
    target?.scrollIntoView({ block: 'center' });
    target?.focus({ preventScroll: true });
  };
  return (
    <button type="button" className="plain link" onClick={jump}>
      {cellLabel(address(cell), words.language)}
    </button>
  );
}

function Sides({ finding }: Pick<Numbered, 'finding'>) {
  const { words } = useView();
  if (finding.left === null && finding.right === null) return null;
  return (
    <>
      <dt>{words.left}</dt>
      <dd>{count(finding.left, words)}</dd>
      <dt>{words.right}</dt>
      <dd>{count(finding.right, words)}</dd>
      <dt>{words.difference}</dt>
      <dd>{count(finding.difference, words)}</dd>
    </>
  );
}

function Explained({ finding }: Pick<Numbered, 'finding'>) {
  const { words } = useView();
  const { explanation } = finding;
  if (!explanation) return null;
  return (
    <>
      <dt>{words.explanation}</dt>
      <dd>
        {explanation.text} — {explanation.by}, {day(explanation.at)}
        {explanation.dismissed && ` (${words.dismissed})`}
      </dd>
    </>
  );
}

function Finding({ numbered: { number, finding } }: { readonly numbered: Numbered }) {
  const { words, text } = useView();
  const zh = words.language === 'ZH';
  const chosen = text('finding') === String(number);
  return (
    <li id={`finding-${number}`} className={chosen ? 'finding chosen' : 'finding'} tabIndex={-1}>
      <p className="headline">
        <strong>{number}.</strong> <SeverityBadge severity={finding.severity} />
        <PlaceLink to="/rules" with={{ rule: finding.check.code }}>
          {finding.check.code} {zh ? finding.check.zhTitle : finding.check.enTitle}
        </PlaceLink>
      </p>
      <p>{zh ? finding.zh : finding.en}</p>
      <dl className="facts">
        <Sides finding={finding} />
        {finding.cause && (
          <>
            <dt>{words.cause}</dt>
            <dd>{words.causes[finding.cause] ?? finding.cause}</dd>
          </>
        )}
        {finding.fault && (
          <>
            <dt>{words.faultName}</dt>
            <dd>{words.fault[finding.fault]}</dd>
          </>
        )}
        {finding.repair.length > 0 && (
          <>
            <dt>{words.repair}</dt>
            {finding.repair.map(({ cell, to }) => (
              <dd key={keyOf(cell)}>
                {words.repairTo(
                  cellLabel(address(cell), words.language),
                  count(cell.value, words),
                  count(to, words),
                )}
              </dd>
            ))}
          </>
        )}
        <Explained finding={finding} />
        {finding.cells.length > 0 && (
          <>
            <dt>{words.jump}</dt>
            <dd className="links">
              {finding.cells.map((cell) => (
                <CellLink key={keyOf(cell)} cell={cell} />
              ))}
            </dd>
          </>
        )}
      </dl>
    </li>
  );
}

/** Everything that the checks found, worst first. */
export function Findings({ model }: { readonly model: ReportModel }) {
  const { words, text } = useView();
  const chosen = text('finding');
  useEffect(() => {
    if (chosen === null) return;
    const target = document.getElementById(`finding-${chosen}`);
    target?.scrollIntoView({ block: 'nearest' });
    target?.focus({ preventScroll: true });
  }, [chosen]);
  const of = (severity: Severity) =>
    model.findings.filter(({ finding }) => finding.severity === severity).length;
  const checks = (status: string) =>
    model.report.checkResults.filter((each) => each.status === status).length;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{words.findings}</h2>
      <p>
        {words.findingCount(of('ERROR'), of('WARNING'), of('INFO'))}
        <br />
        {words.checksRun(checks('PASS'), checks('FAIL'), checks('NOT_ASSESSABLE'))}
      </p>
      {model.findings.length === 0 ? (
        <p>{words.noFindings}</p>
      ) : (
        <ol className="findings">
          {model.findings.map((each) => (
            <Finding key={each.finding.id} numbered={each} />
          ))}
        </ol>
      )}
    </section>
  );
}
