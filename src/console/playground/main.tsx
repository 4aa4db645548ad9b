import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './playground.css';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { examples } from './examples';
import { withOwnOperation, type Question } from './own-operation';

/** A query that the address brings along behind #, as the console's views do; it is never sent by itself. */
function broughtAlong(): { query: string; variables: string }[] {
  const brought = new URLSearchParams(window.location.hash.slice(1));
  const query = brought.get('query');
  return query === null ? [] : [{ query, variables: brought.get('variables') ?? '' }];
}

/** Asks the server this page came from, and no other host. */
async function fetcher(question: Question): Promise<object> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json, application/json',
      'content-type': 'application/json',
    },
    body: JSON.stringify(withOwnOperation(question)),
  });
  return (await response.json()) as object;
}

const [brought] = broughtAlong();

const container = document.getElementById('playground');
if (container) {
  createRoot(container).render(
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={brought ? [brought, ...examples] : examples}
      {...(brought ? { initialQuery: brought.query, initialVariables: brought.variables } : {})}
      defaultEditorToolsVisibility={brought ? 'variables' : false}
    >
      <GraphiQL.Logo>
        <a href="/graphql">年报 nianbao</a>
      </GraphiQL.Logo>
    </GraphiQL>,
  );
}
