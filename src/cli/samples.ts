import { Command } from 'commander';
import type { Language } from '../format/form.js';
import { samplesRemoved, words } from './words.js';

/** `nianbao samples remove`. */
export const samplesCommand = (language: Language): Command => {
  const samples = new Command('samples').description(words.samples[language]);
  samples
    .command('remove')
    .description(words.samplesRemove[language])
    .action(async () => {
      const { removeSamples } = await import('../filing/samples/remove-samples.js');
      const { withDatabase } = await import('./with-database.js');
      const removed = await withDatabase(removeSamples);
      console.log(samplesRemoved(removed)[language]);
    });
  return samples;
};
