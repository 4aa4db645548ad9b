import pg from 'pg';

type Parser = (text: string) => unknown;

const { builtins } = pg.types;
const standardParser = pg.types.getTypeParser as (type: number, format?: string) => Parser;

/** As the driver does it, but a date stays its ISO text: as a Date it would shift with the time zone. */
export const typesOfColumns: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    type === builtins.DATE ? (text: string) => text : standardParser(type, format),
};
