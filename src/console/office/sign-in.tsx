import { useApolloClient } from '@apollo/client/react';
import { Alert, Button, Input } from 'antd';
import { useState, type SyntheticEvent } from 'react';
import { useNavigate } from 'react-router';
import { ChangePasswordDocument, SignInDocument } from '../gql';
import { useTitle } from '../parts/title';
import { useAct } from '../state/act';
import { changed, useView } from '../state/view';
import { useViewer } from './viewer';

/** Where signing in leads, by the name in the address. */
const places: ReadonlyMap<string, string> = new Map([
  ['hand-in', '/hand-in'],
  ['fill-in', '/fill-in'],
]);

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly secret?: 'current-password' | 'new-password';
}

function Field({ id, label, value, onChange, secret }: FieldProps) {
  const shared = { id, value, required: true };
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {secret ? (
        <Input.Password
          {...shared}
          autoComplete={secret}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input
          {...shared}
          autoComplete="username"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </p>
  );
}

/** The first password was chosen by somebody else. */
function FirstPassword({ onDone }: { readonly onDone: () => Promise<void> }) {
  const { words } = useView();
  const { office } = words;
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const change = useAct(ChangePasswordDocument);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const outcome = (await change.run({ from, to }))?.changePassword;
    if (outcome?.__typename === 'AccountRefusal') setRefusal(outcome.message);
    else if (outcome) await onDone();
  };
  return (
    <form className="sign-in" onSubmit={(event) => void submit(event)}>
      <p>{office.firstPassword}</p>
      <Field
        id="from"
        label={office.oldPassword}
        value={from}
        onChange={setFrom}
        secret="current-password"
      />
      <Field id="to" label={office.newPassword} value={to} onChange={setTo} secret="new-password" />
      {refusal !== null && <Alert type="error" title={refusal} role="alert" />}
      <Button type="primary" htmlType="submit" loading={change.busy}>
        {office.save}
      </Button>
    </form>
  );
}

/** Signing in with name and password; the session is a cookie that no script can read. */
export default function SignIn() {
  const { words, params } = useView();
  const { office } = words;
  const client = useApolloClient();
  const navigate = useNavigate();
  const viewer = useViewer();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const signIn = useAct(SignInDocument);
  useTitle(office.signIn);
  const enter = async () => {
    await client.resetStore();
    const search = changed(new URLSearchParams(), { lang: params.get('lang') }).toString();
    await navigate({ pathname: places.get(params.get('to') ?? '') ?? '/office', search });
  };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const outcome = (await signIn.run({ name, password }))?.signIn;
    setPassword('');
    if (outcome?.__typename === 'AccountRefusal') {
      setRefusal(office.refused[outcome.code] ?? outcome.code);
    } else if (outcome) await enter();
  };
  if (viewer?.mustChangePassword) return <FirstPassword onDone={enter} />;
  return (
    <>
      <h1>{office.signIn}</h1>
      <form className="sign-in" onSubmit={(event) => void submit(event)}>
        <Field id="name" label={office.accountName} value={name} onChange={setName} />
        <Field
          id="password"
          label={office.password}
          value={password}
          onChange={setPassword}
          secret="current-password"
        />
        {(refusal ?? signIn.error) !== null && (
          <Alert type="error" title={refusal ?? signIn.error} role="alert" />
        )}
        <Button type="primary" htmlType="submit" loading={signIn.busy}>
          {office.signIn}
        </Button>
      </form>
    </>
  );
}
