import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { ReturnReportDocument, WaiveFindingDocument } from '../gql';
import { SeverityBadge } from '../parts/badge';
import { PlaceLink } from '../parts/place-link';
import { useAct } from '../state/act';
import { useView } from '../state/view';
import { count, day } from '../words/numbers';
import type { Waiting } from './waiting';

type Finding = Waiting['report']['findings'][number];

function Waiver({ finding, onDone }: { readonly finding: Finding; readonly onDone: () => void }) {
  const { words } = useView();
  const { office } = words;
  const [reason, setReason] = useState('');
  const waive = useAct(WaiveFindingDocument);
  if (finding.waiver) {
    return (
      <p>
        {office.waived}: {finding.waiver.reason} — {finding.waiver.by}
      </p>
    );
  }
  const submit = async () => {
    const outcome = await waive.run({ finding: finding.id, reason });
    if (outcome?.waiveFinding.__typename === 'ReportChanged') onDone();
  };
  return (
    <p className="filters">
      <Input
        aria-label={office.waiveWhy}
        placeholder={office.waiveWhy}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button disabled={reason.trim() === ''} loading={waive.busy} onClick={() => void submit()}>
        {office.waive}
      </Button>
    </p>
  );
}

function Line({ finding, onDone }: { readonly finding: Finding; readonly onDone: () => void }) {
  const { words } = useView();
  return (
    <li className="finding">
      <p className="headline">
        <SeverityBadge severity={finding.severity} />
        <PlaceLink to="/rules" with={{ rule: finding.check.code }}>
          {finding.check.code}
        </PlaceLink>
      </p>
      <p>{words.language === 'ZH' ? finding.zh : finding.en}</p>
      {finding.left !== null && (
        <p>
          {words.left} {count(finding.left, words)} · {words.right} {count(finding.right, words)}
        </p>
      )}
      {finding.explanation && (
        <p>
          {words.explanation}: {finding.explanation.text} — {finding.explanation.by}
        </p>
      )}
      {finding.severity === 'ERROR' && <Waiver finding={finding} onDone={onDone} />}
    </li>
  );
}

interface SendBackProps {
  readonly member: Waiting;
  readonly onDone: () => void;
}

function SendBack({ member: { report }, onDone }: SendBackProps) {
  const { words } = useView();
  const { office } = words;
  const errors = report.findings.filter(({ severity }) => severity === 'ERROR');
  const [reason, setReason] = useState(errors.map(({ zh }) => zh).join('\n'));
  const [told, setTold] = useState<string | null>(null);
  const giveBack = useAct(ReturnReportDocument);
  const submit = async () => {
    const { version } = report.life;
    const outcome = (await giveBack.run({ report: report.id, version, reason }))?.returnReport;
    if (outcome?.__typename === 'ReportChanged') onDone();
    else if (outcome) setTold(office.outcomes[outcome.__typename] ?? '');
  };
  return (
    <p className="field">
      <label htmlFor="send-back">{office.sendBackWhy}</label>
      <Input.TextArea
        id="send-back"
        rows={4}
        maxLength={2000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button
        danger
        disabled={reason.trim() === ''}
        loading={giveBack.busy}
        onClick={() => void submit()}
      >
        {office.sendBack}
      </Button>
      {(told ?? giveBack.error) !== null && (
        <Alert type="warning" title={told ?? giveBack.error} role="alert" />
      )}
    </p>
  );
}

interface Props {
  readonly member: Waiting;
  readonly step: 'accept' | 'publish';
  readonly onAccept: () => void;
  readonly onDone: () => void;
}

/** One report that waits, with what is wrong and what can be done. */
export function QueueDetail({ member, step, onAccept, onDone }: Props) {
  const { words } = useView();
  const { office } = words;
  const { agency, report } = member;
  return (
    <section className="aside" aria-labelledby="chosen">
      <h2 id="chosen">{agency.name}</h2>
      <p className="coverage">
        <PlaceLink to={`/report/${report.id}`}>
          {words.openReport} · {words.revision(report.revision)}
        </PlaceLink>
        {report.life.responsibleLeader !== null && (
          <span>
            {office.leader} {report.life.responsibleLeader}
          </span>
        )}
        {report.life.submittedAt !== null && (
          <span>
            {office.submittedAt} {day(report.life.submittedAt)}
          </span>
        )}
      </p>
      <Button type="primary" onClick={onAccept}>
        {step === 'accept' ? office.accept : office.tabs.publish}
      </Button>
      {report.findings.length === 0 ? (
        <p>{words.noFindings}</p>
      ) : (
        <ol className="findings">
          {report.findings.map((finding) => (
            <Line key={finding.id} finding={finding} onDone={onDone} />
          ))}
        </ol>
      )}
      {step === 'accept' && <SendBack member={member} onDone={onDone} />}
    </section>
  );
}
