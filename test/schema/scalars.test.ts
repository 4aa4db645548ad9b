import { GraphQLError, parseValue, type GraphQLScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';

import { Count } from '../../src/schema/scalars/count.js';
import { CalendarDate } from '../../src/schema/scalars/date.js';
import { Decimal } from '../../src/schema/scalars/decimal.js';
import { RegionCode } from '../../src/schema/scalars/region-code.js';

/** The code of the error with which a scalar refuses a value; null where it takes it. */
function refusal(scalar: GraphQLScalarType, value: unknown): unknown {
  try {
    scalar.parseValue(value);
    return null;
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions['code'] : error;
  }
}

const literal = (scalar: GraphQLScalarType, source: string): unknown =>
  scalar.parseLiteral(parseValue(source));

describe('RegionCode', () => {
  it('pads the 2 digits of a province and the 4 of a prefecture', () => {
    expect(RegionCode.parseValue('41')).toBe('410000');
    expect(RegionCode.parseValue('4116')).toBe('411600');
    expect(literal(RegionCode, '"411602001"')).toBe('411602001');
  });

  it.each(['', '4', '411', '41160', '4116020', 'henan', '41 ', '４１', 41, null, ['41']])(
    'refuses %j',
    (value) => {
      expect(refusal(RegionCode, value)).toBe('BAD_USER_INPUT');
    },
  );

  it('refuses a number in place of a string', () => {
    expect(() => literal(RegionCode, '410000')).toThrow(/RegionCode .*; got "410000"\.$/);
  });
});

describe('Decimal', () => {
  it.each([
    ['12313.437000', '12313.437'],
    ['0.50', '0.5'],
    ['32.000000', '32'],
    ['100', '100'],
    ['-0.0', '0'],
    ['-3.10', '-3.1'],
    [32, '32'],
  ])('shows %j as %j', (stored, shown) => {
    expect(Decimal.serialize(stored)).toBe(shown);
  });

  it('shows no exponent and no word', () => {
    expect(() => Decimal.serialize(1e30)).toThrow();
    expect(() => Decimal.serialize('NaN')).toThrow();
  });

  it('takes the shortest form alone', () => {
    expect(Decimal.parseValue('-12313.437')).toBe('-12313.437');
    for (const value of ['1.0', '01', '1e3', '-0', '.5', '1.', '+1', '1,000', 1, '9'.repeat(70)]) {
      expect(refusal(Decimal, value)).toBe('BAD_USER_INPUT');
    }
  });
});

describe('Count', () => {
  it('passes the 32 bits of Int', () => {
    expect(Count.serialize(2_147_483_648)).toBe(2_147_483_648);
    expect(Count.serialize('9007199254740991')).toBe(9_007_199_254_740_991);
    expect(literal(Count, '2147483648')).toBe(2_147_483_648);
  });

  it('is refused where a JSON number would not be exact', () => {
    expect(() => Count.serialize('9007199254740992')).toThrow(RangeError);
    for (const value of [1.5, '1', NaN, 2 ** 53, null]) {
      expect(refusal(Count, value)).toBe('BAD_USER_INPUT');
    }
    expect(() => literal(Count, '1.0')).toThrow(/Count/);
  });
});

describe('Date', () => {
  it('is a day of the calendar', () => {
    expect(CalendarDate.parseValue('2024-02-29')).toBe('2024-02-29');
    for (const value of [
      '2023-02-29',
      '2024-13-01',
      '2024-1-1',
      '2024-01-01T00:00:00Z',
      20240101,
    ]) {
      expect(refusal(CalendarDate, value)).toBe('BAD_USER_INPUT');
    }
  });
});

describe('the message of a refusal', () => {
  it('never echoes a large value', () => {
    const long = 'x'.repeat(100_000);
    expect(() => RegionCode.parseValue(long)).toThrow(/^.{1,200}$/);
  });
});
