import {
  getDocument,
  GlobalWorkerOptions,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { Waiting } from '../parts/answered';
import { useView } from '../state/view';

import type { PagePlace } from './page-place';
import { PdfData } from './pdf-data';

GlobalWorkerOptions.workerSrc = worker;

/** Pixels a point. */
const SCALE = 1.25;

/** The document at an address; undefined while it comes, null where it cannot be had. */
function useDocument(url: string): PDFDocumentProxy | null | undefined {
  const [found, setFound] = useState<{ url: string; pdf: PDFDocumentProxy | null }>();
  useEffect(() => {
    const task = getDocument({
      url,
      // The policy of the page forbids made-up code.
      isEvalSupported: false,
      useWorkerFetch: false,
      enableXfa: false,
      BinaryDataFactory: PdfData,
    });
    let wanted = true;
    task.promise.then(
      (pdf) => wanted && setFound({ url, pdf }),
      () => wanted && setFound({ url, pdf: null }),
    );
    return () => {
      wanted = false;
      void task.destroy();
    };
  }, [url]);
  return found?.url === url ? found.pdf : undefined;
}

interface Props {
  readonly url: string;
  readonly place: PagePlace;
  /** Told where the document cannot be had. */
  readonly otherwise: string;
}

/** A page of a PDF on a canvas, with a place on it marked and in sight. */
export default function PdfPage({ url, place, otherwise }: Props) {
  const { words } = useView();
  const pdf = useDocument(url);
  const canvas = useRef<HTMLCanvasElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<number | null>(null);
  const { page, x0, y0, x1, y1 } = place;
  useEffect(() => {
    if (!pdf) return;
    let stop = (): void => undefined;
    let wanted = true;
    void pdf.getPage(page).then((sheet) => {
      const target = canvas.current;
      if (!wanted || !target) return;
      const viewport = sheet.getViewport({ scale: SCALE });
      [target.width, target.height] = [viewport.width, viewport.height];
      const task = sheet.render({ canvas: target, viewport });
      stop = () => task.cancel();
      task.promise.then(
        () => wanted && setDrawn(page),
        // Another page was chosen while this one was drawn.
        () => undefined,
      );
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [pdf, page]);
  useEffect(() => {
    const box = pane.current;
    if (!box) return;
    box.scrollTop = ((y0 + y1) / 2) * SCALE - box.clientHeight / 2;
    box.scrollLeft = ((x0 + x1) / 2) * SCALE - box.clientWidth / 2;
  }, [drawn, x0, y0, x1, y1]);
  if (pdf === null) return <p>{otherwise}</p>;
  return (
    <>
      {pdf === undefined && <Waiting />}
      <p>{words.onPage(page)}</p>
      <div
        className="passage sheet"
        ref={pane}
        tabIndex={0}
        role="region"
        aria-label={words.beside}
      >
        <div>
          <canvas
            ref={canvas}
            data-drawn={drawn ?? ''}
            role="img"
            aria-label={words.onPage(page)}
          />
          <div
            className="sought"
            style={{
              left: x0 * SCALE - 2,
              top: y0 * SCALE - 2,
              width: (x1 - x0) * SCALE + 4,
              height: (y1 - y0) * SCALE + 4,
            }}
          />
        </div>
      </div>
    </>
  );
}
