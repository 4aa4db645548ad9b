import { Command } from 'commander';
import type { Language } from '../format/form.js';
import { totalsWords as words, wrongSum } from './totals-words.js';

/** `nianbao totals verify` and `nianbao totals rebuild`. */
export const totalsCommand = (language: Language): Command => {
  const totals = new Command('totals').description(words.totals[language]);
  totals
    .command('verify')
    .description(words.verify[language])
    .addHelpText('after', words.exit[language])
    .action(async () => {
      const { verifySums } = await import('../filing/kept/verify-sums.js');
      const { withDatabase } = await import('./with-database.js');
      const wrong = await withDatabase(verifySums);
      console.log((wrong ? wrongSum(wrong) : words.right)[language]);
      process.exitCode = wrong ? 1 : 0;
    });
  totals
    .command('rebuild')
    .description(words.rebuild[language])
    .action(async () => {
      const { rebuildSums } = await import('../filing/kept/rebuild-sums.js');
      const { withDatabase } = await import('./with-database.js');
      await withDatabase(rebuildSums);
      console.log(words.rebuilt[language]);
    });
  return totals;
};
