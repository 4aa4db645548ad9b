import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { Answer } from '../state/answer';
import { useView } from '../state/view';

/** Stands where content will: as high as a screen, so that nothing jumps. */
export function Waiting() {
  const { words } = useView();
  return (
    <p className="waiting" role="status">
      {words.loading}
    </p>
  );
}

interface Props<Data> {
  readonly answer: Answer<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Shows an answer, that it is under way, or why it cannot be had. */
export function Answered<Data>({ answer, children }: Props<Data>) {
  const { words } = useView();
  if (answer.error !== null) {
    const again = <Button onClick={answer.retry}>{words.retry}</Button>;
    return (
      <Alert type="error" showIcon title={words.failed} description={answer.error} action={again} />
    );
  }
  if (answer.data === undefined) return <Waiting />;
  return <div aria-busy={answer.loading}>{children(answer.data)}</div>;
}
