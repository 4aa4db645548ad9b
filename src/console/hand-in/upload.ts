/** What POST /reports answers of a document. */
export interface Told {
  readonly file: string;
  readonly outcome: 'CREATED' | 'REVISED' | 'UNCHANGED' | 'REFUSED';
  readonly code?: string;
  readonly message?: string;
  readonly report?: {
    readonly id: string | null;
    readonly agency: { readonly id: string; readonly name: string };
    readonly year: number;
    readonly revision: number;
    readonly status: string;
  };
  readonly findings?: readonly {
    readonly check: string;
    readonly severity: 'ERROR' | 'WARNING' | 'INFO';
    readonly message: { readonly ZH: string; readonly EN: string };
    readonly left: string | null;
    readonly right: string | null;
  }[];
}

export interface Terms {
  readonly agency: string | null;
  readonly responsibleLeader: string;
  readonly dryRun: boolean;
}

/** Sends one file; an archive is told of document by document. `onSent` is told how much of it has gone. */
export async function handIn(
  file: File,
  terms: Terms,
  onSent: (share: number) => void,
): Promise<readonly Told[]> {
  const form = new FormData();
  if (terms.agency !== null) form.set('agency', terms.agency);
  if (terms.responsibleLeader.trim() !== '') form.set('responsibleLeader', terms.responsibleLeader);
  form.set('dryRun', String(terms.dryRun));
  form.set('document', file, file.name);
  try {
    const body = JSON.parse(await posted(form, onSent)) as {
      documents?: Told[];
      errors?: { message: string; extensions: { code: string } }[];
    };
    if (body.documents) return body.documents;
    const [error] = body.errors ?? [];
    return [refusal(file.name, error?.extensions.code ?? '', error?.message ?? '')];
  } catch (error) {
    return [refusal(file.name, 'NETWORK', error instanceof Error ? error.message : '')];
  }
}

/** By XMLHttpRequest, which alone tells how much has been sent. */
const posted = (form: FormData, onSent: (share: number) => void): Promise<string> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/reports');
    request.setRequestHeader('apollo-require-preflight', 'true');
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
    request.onload = () => resolve(request.responseText);
    request.onerror = () => reject(new Error('the server was not reached'));
    request.send(form);
  });

const refusal = (file: string, code: string, message: string): Told => ({
  ...{ file, outcome: 'REFUSED', code, message },
});

/** Files that were dropped, those within folders as well. */
export async function filesOf(items: DataTransferItemList): Promise<File[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return (await Promise.all(entries.map(within))).flat();
}

async function within(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [file];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    found.push(...some);
  }
  return (await Promise.all(found.map(within))).flat();
}
