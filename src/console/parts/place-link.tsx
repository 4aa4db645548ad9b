import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { changed, useView, type Changes } from '../state/view';

interface Props {
  readonly to: string;
  /** Parameters of the page it leads to; the language goes along. */
  readonly with?: Changes;
  /** Keeps the other parameters of this page. */
  readonly keep?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link within the console. */
export function PlaceLink({ to, with: changes = {}, keep = false, className, children }: Props) {
  const { params } = useView();
  const lang = params.get('lang');
  const base = keep ? params : new URLSearchParams(lang === null ? {} : { lang });
  const search = changed(base, changes).toString();
  return (
    <Link to={{ pathname: to, search }} {...(className === undefined ? {} : { className })}>
      {children}
    </Link>
  );
}
