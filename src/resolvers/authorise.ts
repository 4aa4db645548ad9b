import type { ReportStatus } from '../rollup/shapes.js';
import type { Viewer } from '../schema/context.js';
import { forbidden } from '../schema/errors.js';

/**
 * Anyone may see what is PUBLISHED.
 * @throws FORBIDDEN where other statuses are asked for
 */
export function demandVisible(
  _viewer: Viewer,
  statuses: readonly ReportStatus[] | null | undefined,
): void {
  const hidden = statuses?.filter((status) => status !== 'PUBLISHED') ?? [];
  if (hidden.length > 0) {
    throw forbidden(
      `Reports that are ${[...new Set(hidden)].join(', ')} are shown to people with a role in their region alone.`,
    );
  }
}
