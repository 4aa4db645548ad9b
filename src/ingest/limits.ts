/** Largest file that is looked at, in bytes; pages have a lower limit of their own. */
export const LARGEST_FILE = 30 * 1024 * 1024;
