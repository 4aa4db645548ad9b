/** Most entries that a page may have. */
export const LONGEST_PAGE = 500;
