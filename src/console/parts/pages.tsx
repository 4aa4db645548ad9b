import { Button } from 'antd';
import { useView } from '../state/view';
import { count } from '../words/numbers';

interface Props {
  readonly total: number;
  readonly next: string | null;
  /** How many stand here, where all can be listed. */
  readonly here?: number;
  /** Why the rest of a whole list did not come. */
  readonly broken?: string | null;
}

/** Longer lists are gone through page by page, or searched. */
const MOST_LISTED = 20_000;

/** Goes on in a list, or lists all of it; both stand in the address, so that back goes back. */
export function Pages({ total, next, here = total, broken = null }: Props) {
  const { words, text, change } = useView();
  const whole = text('all') === '1';
  const after = text('after');
  return (
    <nav className="pages" aria-label={words.entries(count(total, words))}>
      <span>{words.entries(count(total, words))}</span>
      {whole ? (
        <>
          <span role="status">
            {broken ?? (here < total ? words.loaded(count(here, words), count(total, words)) : '')}
          </span>
          <Button onClick={() => change({ all: null, find: null })}>{words.byPage}</Button>
        </>
      ) : (
        <>
          <Button disabled={after === null} onClick={() => change({ after: null })}>
            {words.firstPage}
          </Button>
          <Button disabled={next === null} onClick={() => change({ after: next })}>
            {words.nextPage}
          </Button>
          {here < total && total <= MOST_LISTED && (
            <Button onClick={() => change({ all: '1', after: null })}>{words.listAll}</Button>
          )}
        </>
      )}
    </nav>
  );
}
