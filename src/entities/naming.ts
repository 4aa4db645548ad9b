import { DefaultNamingStrategy } from 'typeorm';

type Names = (string | { name: string })[];

/** Names as PostgreSQL itself gives them, so that migrations need not spell a constraint's name. */
export class PostgresNaming extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? property.replace(/[A-Z0-9]+/g, (part) => `_${part.toLowerCase()}`);
  }

  override primaryKeyName(table: string | { name: string }): string {
    return `${nameOf(table)}_pkey`;
  }

  override uniqueConstraintName(table: string | { name: string }, columns: string[]): string {
    return `${nameOf(table)}_${columns.join('_')}_key`;
  }

  override foreignKeyName(table: string | { name: string }, columns: string[]): string {
    return `${nameOf(table)}_${columns.join('_')}_fkey`;
  }
}

const nameOf = (table: Names[number]): string => {
  const name = typeof table === 'string' ? table : table.name;
  return name.slice(name.lastIndexOf('.') + 1);
};
