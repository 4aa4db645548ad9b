import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { Button, Drawer } from 'antd';
import { print } from 'graphql/language/printer';
import { useState } from 'react';
import { csvOf, save, type PlainTable } from '../state/table-text';
import { useView } from '../state/view';
import { saveWorkbook } from '../state/workbook';

interface Props {
  /** Tells it from the others of the page in the address. */
  readonly id: string;
  /** Of saved files, without ending. */
  readonly name: string;
  readonly document: TypedDocumentNode<unknown, never>;
  readonly variables: OperationVariables;
  readonly data: unknown;
  readonly table: () => PlainTable;
  /** What is cited, and what its figures rest on. */
  readonly what: string;
  readonly basis: string;
  /** Address of the same data as a workbook in the official layout, where the server makes one; else it is made here. */
  readonly workbook?: string;
}

/** The day, to the minute, in the time of the reader. */
function now(): string {
  const date = new Date();
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16).replace('T', ' ');
}

/** Address of the playground with a query open in it; behind # nothing of it is sent. */
const playground = (query: string, variables: string): string =>
  `/graphql#${new URLSearchParams({ query, variables }).toString()}`;

function Copied({ text }: { readonly text: string }) {
  const { words } = useView();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return <Button onClick={copy}>{copied ? words.copied : words.copy}</Button>;
}

/** What a view shows as CSV, XLSX and JSON, the query behind it, and how it is cited. */
export function Behind(props: Props) {
  const { id, name, document, variables, data, table, what, basis, workbook } = props;
  const { words, text, change } = useView();
  const panel = text('panel');
  const query = print(document);
  const asked = JSON.stringify(variables, null, 2);
  const citation = words.citation(what, basis, window.location.href, now());
  const close = () => change({ panel: null });
  return (
    <div className="behind" role="group" aria-label={words.dataActions}>
      <Button size="small" onClick={() => save(`${name}.csv`, 'text/csv', csvOf(table()))}>
        {words.csv}
      </Button>
      {workbook === undefined ? (
        <Button size="small" onClick={() => void saveWorkbook(name, table())}>
          {words.xlsx}
        </Button>
      ) : (
        <Button size="small" href={workbook}>
          {words.xlsx}
        </Button>
      )}
      <Button
        size="small"
        onClick={() => save(`${name}.json`, 'application/json', JSON.stringify(data, null, 2))}
      >
        {words.json}
      </Button>
      <Button size="small" onClick={() => change({ panel: `query-${id}` })}>
        {words.query}
      </Button>
      <Button size="small" onClick={() => change({ panel: `cite-${id}` })}>
        {words.cite}
      </Button>
      <Button size="small" onClick={() => window.print()}>
        {words.print}
      </Button>
      <Drawer size="large" open={panel === `query-${id}`} onClose={close} title={words.query}>
        <p>{words.queryHelp}</p>
        <p className="actions">
          <Button href={playground(query, asked)}>{words.openPlayground}</Button>
          <Copied text={query} />
        </p>
        <pre tabIndex={0}>{query}</pre>
        <h3>{words.variables}</h3>
        <pre tabIndex={0}>{asked}</pre>
      </Drawer>
      <Drawer open={panel === `cite-${id}`} onClose={close} title={words.cite}>
        <p className="citation">{citation}</p>
        <Copied text={citation} />
      </Drawer>
    </div>
  );
}
