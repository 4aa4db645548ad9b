import type { Severity } from '../gql';
import { useView } from '../state/view';

/** A word on a tint. */
export function Badge({ tone, children }: { readonly tone: string; readonly children: string }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}

export function SeverityBadge({ severity }: { readonly severity: Severity }) {
  const { words } = useView();
  return <Badge tone={severity.toLowerCase()}>{words.severity[severity]}</Badge>;
}
