import { useView } from '../state/view';
import type { ReportModel } from './model';

const web = (url: string | null | undefined): string | null =>
  url && /^https?:\/\//.test(url) ? url : null;

/** The document that the report was read from. */
export function Source({ model }: { readonly model: ReportModel }) {
  const { words } = useView();
  const { source } = model.report;
  if (!source) return null;
  const url = web(source.url);
  return (
    <section aria-labelledby="source">
      <h2 id="source">{words.source}</h2>
      <dl className="facts">
        <dt>{words.name}</dt>
        <dd>
          {source.fileName} ({source.mediaType})
        </dd>
        <dt>SHA-256</dt>
        <dd className="hash">{source.sha256}</dd>
        {source.downloadUrl && (
          <>
            <dt>{words.download}</dt>
            <dd>
              <a href={source.downloadUrl}>{source.fileName}</a>
            </dd>
          </>
        )}
        {url !== null && (
          <>
            <dt>{words.original}</dt>
            <dd>
              <a href={url} rel="noreferrer">
                {url}
              </a>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
