import type { OfficeQueueQuery } from '../gql';

type Members = NonNullable<OfficeQueueQuery['progress']>['members'];

/** A member whose report waits for the office. */
export type Waiting = Members['nodes'][number] & {
  readonly report: NonNullable<Members['nodes'][number]['report']>;
};
