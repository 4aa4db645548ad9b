/**
 * Where the tables stand that tell which character a code of a Chinese font without its own table shows, and the fonts
 * for those every reader of PDFs has to know.
 */
const files = import.meta.glob<string>(
  [
    '../../../node_modules/pdfjs-dist/cmaps/{GB,UniGB,Adobe-GB1}*.bcmap',
    '../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
  ],
  { query: '?url', import: 'default' },
);

/** Fetches these files from this host, each when a document needs it. */
export class PdfData {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const load = Object.entries(files).find(([path]) => path.endsWith(`/${filename}`))?.[1];
    if (!load) throw new Error(`no file ${filename}`);
    const response = await fetch(await load());
    if (!response.ok) throw new Error(`${filename}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
