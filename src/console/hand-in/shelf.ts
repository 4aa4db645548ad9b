import { createStore, delMany, entries, set, setMany, type UseStore } from 'idb-keyval';
import type { Terms, Told } from './upload';

/** A file that is handed in: kept with its content until the server has told what became of it. */
export interface Item {
  /** In the order in which they were given. */
  readonly id: string;
  readonly name: string;
  /** Null once it is told of. */
  readonly file: File | null;
  readonly terms: Terms;
  readonly told: readonly Told[] | null;
}

/**
 * The files of an account in this browser: who closes the page finds those that are not sent yet, and what became of the
 * others, when it is opened again. A browser that stores nothing keeps them as long as the page is open.
 */
export class Shelf {
  readonly #items = new Map<string, Item>();

  private constructor(private readonly store: UseStore | null) {}

  static async open(account: string): Promise<Shelf> {
    const shelf = new Shelf(createStore(`nianbao hand-in ${account}`, 'files'));
    return (await shelf.load()) ? shelf : new Shelf(null);
  }

  /** Takes what the browser keeps. @returns false where it keeps nothing */
  async load(): Promise<boolean> {
    if (!this.store) return false;
    try {
      for (const [id, item] of await entries<string, Item>(this.store)) this.#items.set(id, item);
      return true;
    } catch {
      return false;
    }
  }

  get items(): readonly Item[] {
    return [...this.#items.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async add(files: readonly File[], terms: Terms): Promise<void> {
    const now = Date.now();
    const added = files.map((file, i): Item => {
      const id = `${now} ${String(i).padStart(6, '0')}`;
      return { id, name: file.name, file, terms, told: null };
    });
    for (const item of added) this.#items.set(item.id, item);
    await this.#keep((store) =>
      setMany(
        added.map((item) => [item.id, item]),
        store,
      ),
    );
  }

  /** The content of a file goes when it is told of. */
  async tell(item: Item, told: readonly Told[]): Promise<void> {
    const done = { ...item, file: null, told };
    this.#items.set(item.id, done);
    await this.#keep((store) => set(item.id, done, store));
  }

  async clear(): Promise<void> {
    const done = this.items.flatMap(({ id, told }) => (told ? [id] : []));
    for (const id of done) this.#items.delete(id);
    await this.#keep((store) => delMany(done, store));
  }

  async #keep(write: (store: UseStore) => Promise<void>): Promise<void> {
    // Full, or forbidden: what is open goes on all the same.
    if (this.store) await write(this.store).catch(() => undefined);
  }
}
