import { Arg } from 'type-graphql';

import { enumType } from './register.js';

export const LanguageEnum = enumType('Language', 'The language of a label or a sentence.', {
  ZH: '中文, as the form prints it',
  EN: 'English',
});

/** The argument `language: Language! = ZH` of every field that answers in words. */
export const LanguageArg = (): ReturnType<typeof Arg> =>
  Arg('language', () => LanguageEnum, {
    defaultValue: 'ZH',
    description: 'The language to answer in.',
  });
