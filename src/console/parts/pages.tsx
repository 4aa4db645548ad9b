import { Button } from 'antd';
import { useView } from '../state/view';
import { count } from '../words/numbers';

interface Props {
  readonly total: number;
  readonly next: string | null;
  /** Parameter of the address that holds the place in the list. */
  readonly name?: string;
}

/** Goes on in a list; the place stands in the address, so that back goes back. */
export function Pages({ total, next, name = 'after' }: Props) {
  const { words, text, change } = useView();
  return (
    <nav className="pages" aria-label={words.entries(count(total, words))}>
      <span>{words.entries(count(total, words))}</span>
      <Button disabled={text(name) === null} onClick={() => change({ [name]: null })}>
        {words.firstPage}
      </Button>
      <Button disabled={next === null} onClick={() => change({ [name]: next })}>
        {words.nextPage}
      </Button>
    </nav>
  );
}
