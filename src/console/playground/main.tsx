import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './playground.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './examples';

/** Asks the server this page came from, and no other host. */
async function fetcher(question: object): Promise<object> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
    },
    body: JSON.stringify(question),
  });
  return (await response.json()) as object;
}

const container = document.getElementById('playground');
if (container) {
  createRoot(container).render(
    <GraphiQL fetcher={fetcher} defaultTabs={examples} defaultEditorToolsVisibility={false}>
      <GraphiQL.Logo>
        <a href="/graphql">年报 nianbao</a>
      </GraphiQL.Logo>
    </GraphiQL>,
  );
}
