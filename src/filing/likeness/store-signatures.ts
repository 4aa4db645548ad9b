import type { EntityManager } from 'typeorm';
import type { FilledForm } from '../../format/report.js';
import { bandsOf, bytesOf, signatureOf } from './min-hash.js';
import { proseShingles } from './prose-shingles.js';

/** The text of a report that is being stored. */
interface StoredText {
  reportId: string;
  /** As it is filed under. */
  year: number;
  form: FilledForm;
}

/** Stores by what the texts can be found again, in one statement; texts that say too little are left out. */
export const storeSignatures = async (
  manager: EntityManager,
  texts: readonly StoredText[],
): Promise<void> => {
  const rows = texts.flatMap(({ reportId, year, form }) => {
    const shingles = proseShingles(form);
    const signature = shingles && signatureOf(shingles);
    return signature ? [{ reportId, signature, bands: bandsOf(signature, year) }] : [];
  });
  if (rows.length === 0) return;
  await manager.query(
    `insert into report_signature (report_id, signature, bands)
     select id, decode(hex, 'hex'), bands::int[] from unnest($1::bigint[], $2::text[], $3::text[]) as row (id, hex, bands)
     on conflict (report_id) do update set signature = excluded.signature, bands = excluded.bands`,
    [
      rows.map((row) => row.reportId),
      rows.map((row) => bytesOf(row.signature).toString('hex')),
      rows.map((row) => `{${row.bands.join()}}`),
    ],
  );
};
