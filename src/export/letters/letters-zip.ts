import { createHash } from 'node:crypto';
import { ZipFile } from 'yazl';
import type { LetterFacts } from '../../rollup/members/letter-facts.js';
import { letterDocx } from './letter-docx.js';
import { letterText } from './letter-text.js';
import { letterOf } from './letter.js';
import type { LetterTerms } from './letter.js';

/** What no file system takes in a name. */
const UNSAFE = /[\\/:*?"<>|\p{Cc}]/gu;

/** Two agencies of one name stay two files. */
const fileName = ({ member: { name, agencyId } }: LetterFacts, title: string): string => {
  const mark = createHash('sha256').update(agencyId).digest('hex').slice(0, 6);
  return `${title}-${name.replace(UNSAFE, '_').slice(0, 80)}-${mark}`;
};

export interface LettersZip {
  stream: NodeJS.ReadableStream;
  /** How many letters it holds, once it is at its end. */
  letters: Promise<number>;
}

/** Every letter as a Word file and as text, one a member, in an archive that is written as it is read. */
export const lettersZip = (letters: AsyncIterable<LetterFacts>, terms: LetterTerms): LettersZip => {
  const archive = new ZipFile();
  const fill = async (): Promise<number> => {
    let count = 0;
    for await (const facts of letters) {
      const letter = letterOf(facts, terms);
      const name = fileName(facts, letter.title);
      archive.addBuffer(await letterDocx(letter), `${name}.docx`);
      archive.addBuffer(Buffer.from(letterText(letter), 'utf8'), `${name}.txt`);
      count += 1;
    }
    archive.end();
    return count;
  };
  const filled = fill();
  filled.catch((error: unknown) => archive.outputStream.emit('error', error));
  return { stream: archive.outputStream, letters: filled };
};
