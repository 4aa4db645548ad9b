import { registerDecorator } from 'class-validator';

/** Longest text that is searched for or looked up. */
const LONGEST = 200;

/** Text that a database can hold: without NUL and without half of a surrogate pair. */
export const isPlainText = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.length <= LONGEST &&
  !value.includes('\0') &&
  !/\p{Surrogate}/u.test(value);

const isOneOrMany = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(isPlainText) : isPlainText(value);

/** A string argument, or each of a list of them, is text of at most 200 characters. */
export const IsPlainText = (): PropertyDecorator => (target, property) => {
  registerDecorator({
    name: 'isPlainText',
    target: target.constructor,
    propertyName: String(property),
    options: {
      message: `${String(property)} has to be text of at most ${LONGEST} characters, without NUL or broken surrogate pairs`,
    },
    validator: { validate: isOneOrMany },
  });
};
