import type { Database } from '../../entities/database.js';
import { importDocument } from '../../filing/import-document.js';
import type { ImportOutcome } from '../../filing/import-document.js';
import type { FilledForm } from '../../format/report.js';
import { membersOf } from '../../ingest/archive/members.js';
import { decodeText } from '../../ingest/decode.js';
import { detectFormat } from '../../ingest/detect.js';
import { IngestError } from '../../ingest/ingest-error.js';
import { findOrCreateAgency } from '../../registry/find-or-create-agency.js';
import { FetchError } from './fetch-error.js';
import type { Fetched } from './get.js';
import type { PoliteFetcher } from './polite-fetcher.js';
import { attachmentsAmong, fileNameOf, reportLinks } from './report-links.js';
import type { Link } from './report-links.js';

export interface FetchOptions {
  /** The addresses are pages that list reports. */
  list: boolean;
  status: 'PUBLISHED' | 'SUBMITTED';
  createAgencies: boolean;
  /** A file → a filled form, in a worker. */
  read: (bytes: Uint8Array, fileName: string) => Promise<FilledForm>;
}

export interface FetchResult {
  address: string;
  outcome: ImportOutcome;
}

/** Fetches pages with their attachments and files the reports, one after the other. Never throws for a page alone. */
export async function* fetchReports(
  database: Database,
  fetcher: PoliteFetcher,
  addresses: readonly string[],
  options: FetchOptions,
): AsyncGenerator<FetchResult> {
  const filing = new Filing(database, fetcher, options);
  for (const address of addresses) {
    if (options.list) yield* filing.list(address);
    else yield* filing.page({ text: '', href: address });
  }
}

const refusal = (address: string, code: string, message: string): FetchResult => ({
  address,
  outcome: { kind: 'REFUSED', code, message },
});

class Filing {
  private readonly seen = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly fetcher: PoliteFetcher,
    private readonly options: FetchOptions,
  ) {}

  async *list(address: string): AsyncGenerator<FetchResult> {
    const page = await this.get(address);
    if ('outcome' in page) {
      yield page;
      return;
    }
    const links = linksIn(page);
    if ('outcome' in links) {
      yield links;
      return;
    }
    if (links.length === 0) {
      yield refusal(address, 'NOT_A_LIST', 'The page links to no annual report.');
    }
    for (const link of links) yield* this.page(link);
  }

  /** The report of a page; where the page only carries it, that of its attachments. */
  async *page(link: Link): AsyncGenerator<FetchResult> {
    if (this.seen.has(link.href)) return;
    this.seen.add(link.href);
    const page = await this.get(link.href);
    if ('outcome' in page) {
      yield page;
      return;
    }
    const { result, links } = await this.file(page, fileNameOf({ ...link, href: page.url }));
    const attached = attachmentsAmong(links, page.url).filter(({ href }) => !this.seen.has(href));
    if (attached.length === 0) yield* result;
    for (const attachment of attached) yield* this.attachment(attachment);
  }

  private async *attachment(link: Link): AsyncGenerator<FetchResult> {
    this.seen.add(link.href);
    const file = await this.get(link.href);
    if ('outcome' in file) yield file;
    else yield* (await this.file(file, fileNameOf(link))).result;
  }

  private async get(address: string): Promise<Fetched | FetchResult> {
    try {
      return await this.fetcher.fetch(address);
    } catch (error) {
      if (error instanceof FetchError) return refusal(address, error.code, error.message);
      throw error;
    }
  }

  /** Files a document, or every member of an archive; with the links of a page that is no report itself. */
  private async file(
    fetched: Fetched,
    name: string,
  ): Promise<{ result: FetchResult[]; links: IngestError['links'] }> {
    const result: FetchResult[] = [];
    const links: { text: string; href: string }[] = [];
    try {
      if (detectFormat(fetched.bytes) !== 'ZIP') {
        const { outcome, links: found } = await this.one(fetched, fetched.bytes, name);
        return { result: [{ address: fetched.url, outcome }], links: found };
      }
      for await (const member of membersOf(fetched.bytes)) {
        const address = `${fetched.url}/${member.name}`;
        if ('error' in member) {
          result.push(refusal(address, member.error.code, member.error.message));
        } else {
          const { outcome } = await this.one(fetched, member.bytes, member.name);
          result.push({ address, outcome });
        }
      }
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      result.push(refusal(fetched.url, error.code, error.message));
    }
    return { result, links };
  }

  private async one(
    { url, headers, at }: Fetched,
    bytes: Uint8Array,
    name: string,
  ): Promise<{ outcome: ImportOutcome; links: IngestError['links'] }> {
    let links: IngestError['links'] = [];
    const read = async (content: Uint8Array, fileName: string): Promise<FilledForm> => {
      try {
        return await this.options.read(content, fileName);
      } catch (error) {
        if (error instanceof IngestError) links = error.links;
        throw error;
      }
    };
    const outcome = await importDocument(
      this.database,
      { findOrCreateAgency },
      bytes,
      name,
      { url },
      { ...this.options, read, retrieval: { at, headers } },
    );
    return { outcome, links };
  }
}

const linksIn = ({ bytes, url }: Fetched): Link[] | FetchResult => {
  try {
    return reportLinks(decodeText(bytes).text, url);
  } catch (error) {
    if (error instanceof IngestError) return refusal(url, error.code, error.message);
    throw error;
  }
};
