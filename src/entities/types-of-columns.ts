import pg from 'pg';

const { builtins, getTypeParser } = pg.types;

/** As the driver does it, but a date stays its ISO text: as a Date it would shift with the time zone. */
export const typesOfColumns: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    (type === builtins.DATE
      ? (text: string) => text
      : getTypeParser(type, format as 'text')) as ReturnType<typeof getTypeParser>,
};
