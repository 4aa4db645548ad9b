/** Types that implement Node. */
export const nodeTypes = [
  'Region',
  'Agency',
  'Report',
  'Finding',
  'Total',
  'Consolidation',
] as const;

export type NodeType = (typeof nodeTypes)[number];

export interface GlobalId {
  type: NodeType;
  /** What names it within its type: a code, a database id or, for a total, its filter and group. */
  key: string;
}

/** The id of a node: opaque to clients, the same for the same thing for ever. */
export const globalId = (type: NodeType, key: string): string =>
  Buffer.from(`${type}:${key}`, 'utf8').toString('base64url');

/** What an id names; null where it was not made by `globalId`. */
export function readGlobalId(id: string): GlobalId | null {
  if (!/^[\w-]+$/.test(id)) return null;
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const [, name, key] = /^([A-Z][a-z]+):(.+)$/su.exec(text) ?? [];
  const type = nodeTypes.find((candidate) => candidate === name);
  if (type === undefined || key === undefined) return null;
  return globalId(type, key) === id ? { type, key } : null;
}

/** True for the decimal form of a positive bigint of the database. */
export const isDatabaseId = (key: string): boolean =>
  /^[1-9]\d{0,18}$/.test(key) && BigInt(key) <= 9_223_372_036_854_775_807n;
