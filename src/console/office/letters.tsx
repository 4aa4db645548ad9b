import { Alert, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { saveBlob } from '../state/save-blob';
import { useView } from '../state/view';
import type { Place } from './place';

/** Every letter that is due, in one archive. */
export function Letters({ place }: { readonly place: Place }) {
  const { words } = useView();
  const { office } = words;
  const [kind, setKind] = useState<'RETURN' | 'REMINDER'>('REMINDER');
  const [answerBy, setAnswerBy] = useState('');
  const [signedBy, setSignedBy] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const write = async () => {
    const response = await fetch('/letters', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...place, kind, answerBy, signedBy }),
    });
    if (response.ok) {
      setFault(null);
      saveBlob(`${office.letterKinds[kind]}-${place.year}.zip`, await response.blob());
    } else {
      const { errors } = (await response.json()) as { errors: { message: string }[] };
      setFault(errors[0]?.message ?? words.failed);
    }
  };
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{office.letters}</h2>
      <div className="filters">
        <Select
          aria-label={office.letters}
          virtual={false}
          value={kind}
          options={(['REMINDER', 'RETURN'] as const).map((one) => ({
            value: one,
            label: office.letterKinds[one],
          }))}
          onChange={setKind}
        />
        <Input
          type="date"
          aria-label={office.answerBy}
          value={answerBy}
          onChange={({ target }) => setAnswerBy(target.value)}
        />
        <Input
          aria-label={office.signedBy}
          placeholder={office.signedBy}
          value={signedBy}
          onChange={({ target }) => setSignedBy(target.value)}
        />
        <Button disabled={answerBy === '' || signedBy === ''} onClick={() => void write()}>
          {office.writeLetters}
        </Button>
      </div>
      {fault !== null && <Alert type="error" title={fault} role="alert" />}
    </section>
  );
}
