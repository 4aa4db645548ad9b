import type { Told } from './context.js';

/**
 * 受理 and 办理 mean requests received, handled or completed; which of them, only the whole passage tells.
 * @param told in the order of the text
 */
export function settled(told: readonly Told[]): Told[] {
  return told.map((one, i) => {
    if (one.metric === 'REQUESTS_RECEIVED' && !one.part && isSum(one, told, i)) {
      return { ...one, metric: 'REQUESTS_HANDLED' };
    }
    if (one.metric === 'REQUESTS_HANDLED' && one.by === 'HANDLE' && isCompleted(told, i)) {
      return { ...one, metric: 'REQUESTS_COMPLETED' };
    }
    return one;
  });
}

const isFlow = ({ metric }: Told): boolean => /^REQUESTS_(?!CARRIED)/.test(metric);

/** What was carried in is a part of it, or it stands beside 新收. */
function isSum(one: Told, told: readonly Told[], i: number): boolean {
  const next = told
    .slice(i + 1)
    .findIndex((t) => (isFlow(t) && !t.part) || t.sentence > one.sentence + 1);
  const mine = told.slice(i + 1, next < 0 ? undefined : i + 1 + next);
  if (mine.some((t) => t.metric === 'REQUESTS_CARRIED_IN' && t.part && t.value !== '0'))
    return true;
  if (one.by !== 'ACCEPT') return false;
  return told.some(
    (t) =>
      t !== one &&
      t.metric === 'REQUESTS_RECEIVED' &&
      t.by === 'RECEIVE' &&
      Number(t.value) < Number(one.value) &&
      t.sentence <= one.sentence + 1,
  );
}

/** 收到12件，办理11件: where nothing else says how many were completed. */
function isCompleted(told: readonly Told[], i: number): boolean {
  const received = told.slice(0, i).some((t) => t.metric === 'REQUESTS_RECEIVED');
  return received && !told.some((t) => t.metric === 'REQUESTS_COMPLETED' && t.by !== null);
}
