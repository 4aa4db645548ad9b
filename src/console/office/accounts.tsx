import { useApolloClient } from '@apollo/client/react';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { AgencyChoice } from '../compare/agency-choice';
import {
  CreateAccountDocument,
  FindAccountDocument,
  GrantRoleDocument,
  OfficeAccountsDocument,
  RevokeRoleDocument,
  type OfficeAccountsQuery,
  type Role,
} from '../gql';
import { Answered } from '../parts/answered';
import { Behind } from '../parts/behind';
import { DataTable, plainTable, type TableColumn } from '../parts/data-table';
import { useAct } from '../state/act';
import { useAnswer } from '../state/answer';
import { useView } from '../state/view';

type Account = OfficeAccountsQuery['accounts'][number];
type Grant = Account['roles'][number];

const roles: readonly Role[] = ['SUBMITTER', 'REVIEWER', 'PUBLISHER', 'ADMIN', 'AUDITOR'];

/** What an act came to, or why it was refused. */
type Tell = (text: string | null) => void;

function GrantLine(props: {
  readonly grant: Grant;
  readonly onChanged: () => void;
  readonly tell: Tell;
}) {
  const { words } = useView();
  const { office } = words;
  const { grant, onChanged, tell } = props;
  const revoke = useAct(RevokeRoleDocument);
  const submit = async () => {
    const outcome = (await revoke.run({ grant: grant.id }))?.revokeRole;
    tell(outcome?.__typename === 'AccountRefusal' ? outcome.message : null);
    onChanged();
  };
  const place = grant.agency?.name ?? grant.region?.fullName ?? office.everywhere;
  return (
    <li>
      {office.roles[grant.role]} · {place}{' '}
      <button
        type="button"
        className="plain link"
        aria-label={`${office.revoke} ${office.roles[grant.role]} ${place}`}
        onClick={() => void submit()}
      >
        {office.revoke}
      </button>
    </li>
  );
}

/** Makes an account in the region, without a role. */
function NewAccount(props: {
  readonly region: string;
  readonly onMade: (name: string) => void;
  readonly tell: Tell;
}) {
  const { words } = useView();
  const { office } = words;
  const { region, onMade, tell } = props;
  const [name, setName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [password, setPassword] = useState('');
  const create = useAct(CreateAccountDocument);
  const submit = async () => {
    const where = region === '000000' ? null : region;
    const outcome = (await create.run({ region: where, agency: null, name, displayName, password }))
      ?.createAccount;
    if (!outcome) return;
    if (outcome.__typename === 'AccountRefusal') {
      tell(outcome.message);
      return;
    }
    tell(office.accountMade);
    onMade(name);
    setPassword('');
  };
  return (
    <form
      className="filters"
      aria-label={office.newAccount}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Input
        aria-label={office.accountName}
        placeholder={office.accountName}
        value={name}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
      />
      <Input
        aria-label={office.displayName}
        placeholder={office.displayName}
        value={displayName}
        onChange={({ target }) => setDisplayName(target.value)}
      />
      <Input.Password
        aria-label={office.firstPasswordOf}
        placeholder={office.firstPasswordOf}
        value={password}
        autoComplete="new-password"
        onChange={({ target }) => setPassword(target.value)}
      />
      <Button htmlType="submit" loading={create.busy} disabled={name === '' || password === ''}>
        {office.newAccount}
      </Button>
      {create.error}
    </form>
  );
}

/** Gives an account a role in the region, or at an agency. */
function NewGrant(props: {
  readonly region: string;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onChanged: () => void;
  readonly tell: Tell;
}) {
  const { words } = useView();
  const { office } = words;
  const { region, name, onName, onChanged, tell } = props;
  const client = useApolloClient();
  const [role, setRole] = useState<Role>('REVIEWER');
  const [agency, setAgency] = useState<string | null>(null);
  const grant = useAct(GrantRoleDocument);
  const submit = async () => {
    const { data } = await client.query({
      query: FindAccountDocument,
      variables: { name },
      fetchPolicy: 'network-only',
    });
    if (!data?.account) {
      tell(office.noSuchAccount);
      return;
    }
    const where =
      agency !== null
        ? { agency, region: null }
        : { agency: null, region: region === '000000' ? null : region };
    const outcome = (await grant.run({ ...where, role, account: data.account.id }))?.grantRole;
    if (!outcome) return;
    tell(outcome.__typename === 'AccountRefusal' ? outcome.message : office.roleGranted);
    setAgency(null);
    onChanged();
  };
  return (
    <form
      className="filters"
      aria-label={office.grant}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Input
        aria-label={`${office.grant} ${office.accountName}`}
        placeholder={office.accountName}
        value={name}
        autoComplete="off"
        onChange={({ target }) => onName(target.value)}
      />
      <Select
        aria-label={office.role}
        virtual={false}
        value={role}
        options={roles.map((each) => ({ value: each, label: office.roles[each] }))}
        onChange={setRole}
      />
      <span>
        {office.roleIn}: {agency === null ? office.thisRegion : office.agency}
      </span>
      <AgencyChoice onChoose={setAgency} />
      <Button htmlType="submit" loading={grant.busy} disabled={name === ''}>
        {office.grant}
      </Button>
      {grant.error}
    </form>
  );
}

/** Who may do what in the region. */
export function Accounts({ region }: { readonly region: string }) {
  const { words } = useView();
  const { office } = words;
  const answer = useAnswer(OfficeAccountsDocument, { region });
  const [told, tell] = useState<string | null>(null);
  const [name, setName] = useState('');
  const columns: TableColumn<Account>[] = [
    { key: 'name', title: office.accountName, value: (account) => account.name },
    { key: 'person', title: office.displayName, value: ({ displayName }) => displayName },
    {
      key: 'roles',
      title: office.role,
      value: (account) => account.roles.map(({ role }) => office.roles[role]).join('、'),
      cell: (account) => (
        <ul className="results">
          {account.roles.map((grant) => (
            <GrantLine key={grant.id} grant={grant} onChanged={answer.retry} tell={tell} />
          ))}
        </ul>
      ),
    },
  ];
  return (
    <>
      <p className="note">{office.accountsHelp}</p>
      <NewAccount region={region} onMade={setName} tell={tell} />
      <NewGrant region={region} name={name} onName={setName} onChanged={answer.retry} tell={tell} />
      {told !== null && <p role="status">{told}</p>}
      <Answered answer={answer}>
        {({ accounts }) => (
          <>
            <Behind
              id="accounts"
              name={`accounts-${region}`}
              document={OfficeAccountsDocument}
              variables={{ region }}
              data={accounts}
              table={() => plainTable(columns, accounts)}
              what={office.tabs.accounts}
              basis=""
            />
            <DataTable
              caption={office.tabs.accounts}
              columns={columns}
              lines={accounts}
              keyOf={({ id }) => id}
            />
          </>
        )}
      </Answered>
    </>
  );
}
