import type { Database } from '../../entities/database.js';
import { fileReports } from '../file-reports.js';
import { CheckedYears } from '../synth/check-years.js';
import { registerAgencies } from '../synth/register-agencies.js';
import { exampleLineages } from './example-lineage.js';
import { exampleReports } from './example-province.js';
import { storeLineage } from './store-lineage.js';

/** Files the reports of 示例省 and answers the ids of the agencies it had to create. */
export const fileExampleProvince = async (database: Database): Promise<string[]> => {
  const reports = exampleReports();
  const agencies = [...new Set(reports.map(({ agency }) => agency))];
  const { ids, created } = await registerAgencies(database, agencies);
  const byName = new Map([...ids].map(([agency, id]) => [agency.name, id]));
  const idOf = (name: string): string => byName.get(name) ?? '';
  await storeLineage(database, idOf);
  const predecessors = new Map(
    exampleLineages.map((one) => [idOf(one.successor), one.predecessors.map(idOf)]),
  );
  // They come oldest year first.
  const checked = new CheckedYears(true, predecessors);
  const inputs = reports.map((report) => checked.inputOf(report, ids.get(report.agency) ?? ''));
  await fileReports(database, inputs, { recheck: false });
  return created;
};
