import type { Alike } from '../../checks/definition.js';
import type { FilledForm } from '../../format/report.js';
import { bandsOf, signatureOf, similarity } from './min-hash.js';
import { LEAST_SIMILARITY } from './find-alike.js';
import { proseShingles } from './prose-shingles.js';

/** A report that is about to be filed with others. */
interface Given {
  agencyId: string;
  agency: string;
  year: number;
  form: FilledForm;
}

type Signed = Given & { signature: Uint32Array };

/** Likeness among reports that are filed together, which the database does not know yet: as `findAlike` tells it. */
export class AlikeAmong {
  readonly #byBand = new Map<number, Signed[]>();
  readonly #own = new Map<string, Signed>();

  /** Reports added before that are like this one: the nearest of another agency, its own of last year. */
  add(given: Given): Alike[] {
    const shingles = proseShingles(given.form);
    if (!shingles) return [];
    const one: Signed = { ...given, signature: signatureOf(shingles) };
    const { agencyId, year, signature } = one;
    const bands = bandsOf(signature, year);
    const met = [...bands, ...bandsOf(signature, year - 1)].flatMap(
      (band) => this.#byBand.get(band) ?? [],
    );
    const others = rated(
      one,
      [...new Set(met)].filter((other) => other.agencyId !== agencyId),
    ).slice(0, 1);
    const own = this.#own.get(`${agencyId}/${year - 1}`);
    for (const band of bands) this.#byBand.set(band, [...(this.#byBand.get(band) ?? []), one]);
    this.#own.set(`${agencyId}/${year}`, one);
    return [...others, ...rated(one, own ? [own] : [])];
  }
}

const rated = ({ signature }: Signed, others: readonly Signed[]): Alike[] =>
  others
    .map(({ agency, year, ...other }) => ({
      ...{ agency, year },
      similarity: similarity(signature, other.signature),
    }))
    .filter((alike) => alike.similarity >= LEAST_SIMILARITY)
    .sort((a, b) => b.similarity - a.similarity);
