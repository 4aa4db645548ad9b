import { createInterface } from 'node:readline';
import { Command, InvalidArgumentError } from 'commander';
import type { Language } from '../format/form.js';
import { maskPersonalData } from '../format/personal-data.js';
import type { Statement } from '../format/report.js';
import { readStatements } from '../ingest/statements/read-statements.js';
import { Output } from './output.js';

const words = {
  statements: {
    ZH: '从标准输入逐行读取文字段落，每行输出一个 JSON 数组，列出其中写明的数字',
    EN: 'read passages of text from standard input, one a line, and print the figures that each states as one JSON array',
  },
  year: {
    ZH: '报告年度；用以区分本年与上年的数字',
    EN: "the report's year; tells its figures from last year's",
  },
  notAYear: { ZH: '不是年度', EN: 'It is no year.' },
} as const satisfies Record<string, Record<Language, string>>;

/** `nianbao statements [--year Y]`. */
export const statementsCommand = (language: Language): Command =>
  new Command('statements')
    .description(words.statements[language])
    .option('--year <Y>', words.year[language], (text) => yearOf(text, language))
    .action(async ({ year }: { year?: number }) => {
      const output = new Output(process.stdout);
      const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
      for await (const passage of lines) {
        const statements = readStatements(passage, year ?? null);
        const line = JSON.stringify(statements.map(shown));
        if (!(await output.write(line))) break;
      }
    });

/** What is printed may be passed on. */
const shown = (statement: Statement): Statement => ({
  ...statement,
  sentence: maskPersonalData(statement.sentence),
});

function yearOf(text: string, language: Language): number {
  if (!/^20\d{2}$/.test(text)) throw new InvalidArgumentError(words.notAYear[language]);
  return Number(text);
}
