import { Command } from 'commander';
import type { Language } from '../format/form.js';
import { words } from './words.js';

/** `nianbao serve`: the server, as `npm start` runs it; configured by the environment. */
export const serveCommand = (language: Language): Command =>
  new Command('serve').description(words.serve[language]).action(async () => {
    await import('../main.js');
  });
