import type { ReadStream } from 'node:tty';

type Input = NodeJS.ReadableStream & Partial<Pick<ReadStream, 'isTTY' | 'setRawMode'>>;

const END_OF_LINE = /[\r\n\u0004]/;
const INTERRUPT = '\u0003';
const ERASE = /^[\b\u007f]$/;

/** The first line of an input. At a terminal it is asked for, and what is typed is not shown. */
export const readSecret = async (input: Input, prompt: string): Promise<string> => {
  if (!input.isTTY) return firstLine(input);
  process.stderr.write(prompt);
  input.setRawMode?.(true);
  try {
    return await typed(input);
  } finally {
    input.setRawMode?.(false);
    input.pause();
    process.stderr.write('\n');
  }
};

const firstLine = async (input: Input): Promise<string> => {
  let text = '';
  for await (const chunk of input) {
    text += chunk.toString();
    if (text.includes('\n')) break;
  }
  return text.split(/\r?\n/)[0] ?? '';
};

const typed = (input: Input): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer): void => {
      for (const sign of chunk.toString('utf8')) {
        if (END_OF_LINE.test(sign) || sign === INTERRUPT) {
          input.off('data', read);
          if (sign === INTERRUPT) reject(new Error('interrupted'));
          else resolve(text);
          return;
        }
        text = ERASE.test(sign) ? text.slice(0, -1) : text + sign;
      }
    };
    input.on('data', read).resume();
  });
