import { useSyncExternalStore } from 'react';
import { Shelf, type Item } from './shelf';
import { handIn, type Terms, type Told } from './upload';

/** How far the files of an account are. */
export interface State {
  readonly items: readonly Item[];
  /** The file that is under way; `share` of it has been sent. */
  readonly underWay: { readonly id: string; readonly share: number } | null;
  /** Why no more is sent at present; null while it is, or where nothing is left. */
  readonly stopped: Told | null;
}

/** What says nothing of the file: it is sent again when that has passed. */
const PASSING = [
  'NETWORK',
  'UNAUTHENTICATED',
  'RATE_LIMITED',
  'OVERLOADED',
  'DATABASE_UNAVAILABLE',
  'READ_ONLY',
];

const isPassing = ([first, ...more]: readonly Told[]): boolean =>
  more.length === 0 && first?.outcome === 'REFUSED' && PASSING.includes(first.code ?? '');

/** One page of this browser sends at a time, where the browser can tell. */
const alone = (name: string, work: () => Promise<void>): Promise<void> => {
  const locks = navigator.locks as LockManager | undefined;
  return locks ? locks.request(name, work) : work();
};

/** Sends the files of an account one after the other, also while other pages of the console are looked at. */
class Courier {
  #state: State = { items: [], underWay: null, stopped: null };
  #busy = false;
  readonly #listeners = new Set<() => void>();
  readonly #shelf: Promise<Shelf>;

  constructor(private readonly account: string) {
    this.#shelf = Shelf.open(account);
    this.resume();
  }

  readonly state = (): State => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly add = async (files: readonly File[], terms: Terms): Promise<void> => {
    const shelf = await this.#shelf;
    await shelf.add(files, terms);
    this.#tell({ items: shelf.items });
    this.resume();
  };

  readonly clear = async (): Promise<void> => {
    const shelf = await this.#shelf;
    await shelf.clear();
    this.#tell({ items: shelf.items });
  };

  /** Gives up the file at which it stopped, which may be one that no connection takes, and goes on with the next. */
  readonly skip = async (): Promise<void> => {
    const shelf = await this.#shelf;
    const { stopped } = this.#state;
    const next = shelf.items.find(({ told }) => told === null);
    if (this.#busy || !next || !stopped) return;
    await shelf.tell(next, [{ ...stopped, file: next.name }]);
    this.#tell({ items: shelf.items });
    this.resume();
  };

  readonly resume = (): void => {
    if (this.#busy) return;
    this.#busy = true;
    this.#tell({ stopped: null });
    void alone(`nianbao hand-in ${this.account}`, () => this.#sendAll()).finally(() => {
      this.#busy = false;
      this.#tell({ underWay: null });
      // One that came while the last was told of.
      const { items, stopped } = this.#state;
      if (stopped === null && items.some(({ told }) => told === null)) this.resume();
    });
  };

  async #sendAll(): Promise<void> {
    const shelf = await this.#shelf;
    // Another page may have sent some meanwhile.
    await shelf.load();
    for (;;) {
      this.#tell({ items: shelf.items });
      const next = shelf.items.find(({ told }) => told === null);
      if (!next?.file) return;
      const onSent = (share: number): void => this.#tell({ underWay: { id: next.id, share } });
      onSent(0);
      const told = await handIn(next.file, next.terms, onSent);
      if (isPassing(told)) return this.#tell({ stopped: told[0] ?? null });
      await shelf.tell(next, told);
    }
  }

  #tell(news: Partial<State>): void {
    this.#state = { ...this.#state, ...news };
    for (const listener of this.#listeners) listener();
  }
}

const couriers = new Map<string, Courier>();

const courierOf = (account: string): Courier => {
  const known = couriers.get(account) ?? new Courier(account);
  couriers.set(account, known);
  return known;
};

/** The files that an account hands in, and what can be done with them. */
export function useCourier(
  account: string,
): State & Pick<Courier, 'add' | 'resume' | 'skip' | 'clear'> {
  const courier = courierOf(account);
  const state = useSyncExternalStore(courier.subscribe, courier.state);
  const { add, resume, skip, clear } = courier;
  return { ...state, add, resume, skip, clear };
}
