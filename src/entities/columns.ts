import type { ValueTransformer } from 'typeorm';

/** bigint ↔ number: the driver gives bigint as text; counts lie within 2^53 − 1, which filing sees to. */
export const count: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** numeric ↔ exact decimal without needless zeros: `12313.437000` → `12313.437`. */
export const decimal: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: string | null) => (value === null ? null : withoutNeedlessZeros(value)),
};

export const withoutNeedlessZeros = (value: string): string =>
  value.includes('.') ? value.replace(/\.?0+$/, '') : value;
