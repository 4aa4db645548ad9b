import { Command, CommanderError, Help } from 'commander';
import type { Language } from '../format/form.js';
import { adminCommand } from './admin.js';
import { agenciesCommand } from './agencies.js';
import { archiveCommand } from './archive.js';
import { auditCommand } from './audit.js';
import { backupCommand, restoreCommand } from './backup.js';
import { checkCommand } from './check.js';
import { consolidateCommand } from './consolidate.js';
import { correctCommand } from './correct.js';
import { enterCommand } from './enter.js';
import { explainCommand } from './explain.js';
import { fetchCommand } from './fetch.js';
import { importCommand } from './import.js';
import { lettersCommand } from './letters.js';
import { missingCommand } from './missing.js';
import { parseCommand } from './parse.js';
import { recheckCommand } from './recheck.js';
import { rereadCommand } from './reread.js';
import { rosterCommand } from './roster.js';
import { samplesCommand } from './samples.js';
import { serveCommand } from './serve.js';
import { statementsCommand } from './statements.js';
import { synthCommand } from './synth.js';
import { templateCommand } from './template.js';
import { totalsCommand } from './totals.js';
import { languageOf, words } from './words.js';

/** Exit status for wrong usage. */
const WRONG_USAGE = 2;

/** Runs the command line. Sets `process.exitCode`. */
export async function program(args: readonly string[]): Promise<void> {
  const language = languageOf(args, process.env);
  const root = new Command('nianbao')
    .description(words.program[language])
    .option('--lang <ZH|EN>', words.language[language]);
  const commands = [
    adminCommand,
    agenciesCommand,
    archiveCommand,
    auditCommand,
    backupCommand,
    checkCommand,
    consolidateCommand,
    correctCommand,
    enterCommand,
    explainCommand,
    fetchCommand,
    importCommand,
    lettersCommand,
    missingCommand,
    parseCommand,
    recheckCommand,
    rereadCommand,
    restoreCommand,
    rosterCommand,
    samplesCommand,
    serveCommand,
    statementsCommand,
    synthCommand,
    templateCommand,
    totalsCommand,
  ];
  for (const command of commands) root.addCommand(command(language));
  withSubcommands(root).forEach((command) => inLanguage(command, language));
  try {
    await root.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : WRONG_USAGE;
  }
}

const withSubcommands = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
];

/** Help in one language; errors are thrown, with the help's first line behind them. */
function inLanguage(command: Command, language: Language): void {
  command
    .exitOverride()
    .helpOption('-h, --help', words.help[language])
    .helpCommand(false)
    .configureHelp({ formatHelp: (cmd, helper) => helpText(cmd, helper, language) });
}

function helpText(command: Command, helper: Help, language: Language): string {
  const titles: Record<string, string> = {
    'Usage:': words.usage[language].trim(),
    'Arguments:': words.arguments[language],
    'Options:': words.options[language],
    'Commands:': words.commands[language],
  };
  return Help.prototype.formatHelp
    .call(helper, command, helper)
    .replace(/^(?:Usage|Arguments|Options|Commands):/gm, (title) => titles[title] ?? title);
}
