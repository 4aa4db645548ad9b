import { Alert, Button } from 'antd';
import { useView } from '../state/view';
import type { Item } from './shelf';
import type { State } from './courier';

interface Props extends State {
  readonly onResume: () => void;
  readonly onSkip: () => void;
}

/** Files that are named; of the others it is told how many they are. */
const NAMED = 20;

/** How far the files are: each that is not told of yet, and why it does not go on. */
export function Waiting({ items, underWay, stopped, onResume, onSkip }: Props) {
  const { words } = useView();
  const { office } = words;
  const left = items.filter(({ told }) => told === null);
  if (items.length === 0) return null;
  const done = items.length - left.length;
  const stateOf = ({ id }: Item): string => {
    if (underWay?.id !== id) return office.waits;
    return underWay.share < 1 ? office.isSent : office.isRead;
  };
  return (
    <>
      <p role="status">
        <progress aria-label={office.handIn} value={done} max={items.length} />{' '}
        {office.progressOf(done, items.length)}
      </p>
      {stopped && (
        <Alert
          type="warning"
          showIcon
          title={office.handInStopped}
          description={`${stopped.code ?? ''} ${stopped.message ?? ''}`}
          action={
            <>
              <Button onClick={onResume}>{office.resume}</Button>
              <Button onClick={onSkip}>{office.skip}</Button>
            </>
          }
        />
      )}
      <ul className="results">
        {left.slice(0, NAMED).map((item) => (
          <li key={item.id}>
            {item.name} · {stateOf(item)}{' '}
            {underWay?.id === item.id && (
              <progress
                aria-label={item.name}
                {...(underWay.share < 1 ? { value: underWay.share } : {})}
              />
            )}
          </li>
        ))}
        {left.length > NAMED && <li>{office.moreWait(left.length - NAMED)}</li>}
      </ul>
    </>
  );
}
