/** Texts that exports print in the place of a figure, so that a reader tells what the figure's cell was. */

/** The document has no such cell. */
export const absentCell = '原件无此格';

/** The cell could not be read, and its text is not known. */
export const unreadableCell = '无法辨认';
