import { writeFile } from 'node:fs/promises';
import { templateQuestion } from '../export/template/template-question.js';
import { templateXlsx } from '../export/template/template-xlsx.js';
import { refused } from '../filing/report-input.js';
import { findOrCreateAgency } from '../registry/find-or-create-agency.js';
import { fullCode } from './run-lists.js';
import { tellRefusal } from './tell-refusal.js';
import { withDatabase } from './with-database.js';

export interface TemplateArguments {
  output: string;
  agency?: string;
  region?: string;
}

/** @returns false where the agency is not known */
export async function runTemplate(
  year: number,
  { output, agency, region }: TemplateArguments,
): Promise<boolean> {
  if (agency === undefined) {
    await writeFile(output, await templateXlsx({ agency: null, year, carriedOut: new Map() }));
    return true;
  }
  return withDatabase(async (database) => {
    const clues = { name: agency, unifiedSocialCreditCode: null, url: null };
    const found = await database.transaction((manager) =>
      findOrCreateAgency(
        manager,
        { ...clues, regionHint: fullCode(region ?? null) },
        { create: false },
      ),
    );
    const question = found.agencyId && (await templateQuestion(database, found.agencyId, year));
    if (!question) return tellRefusal(refused('AGENCY_UNKNOWN', `There is no agency ${agency}.`));
    await writeFile(output, await templateXlsx(question));
    return true;
  });
}
