import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';

/** The PDF engine (PDFium compiled to WebAssembly): no network, no scripts, no files. One a thread. */
export type Engine = WrappedPdfiumModule;

let engine: Promise<Engine> | null = null;

export function loadEngine(): Promise<Engine> {
  engine ??= start();
  return engine;
}

async function start(): Promise<Engine> {
  const file = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
  const bytes = readFileSync(file);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const module = await init({ wasmBinary });
  module.PDFiumExt_Init();
  return module;
}

/** Views of the engine's memory; made anew at each use, since the memory moves when it grows. */
export interface Heaps {
  HEAPU8: Uint8Array;
  HEAP32: Int32Array;
  HEAPF32: Float32Array;
  HEAPF64: Float64Array;
}

export const heaps = (e: Engine): Heaps => e.pdfium as unknown as Heaps;

/** Runs `use` with a piece of the engine's memory that is given back afterwards. */
export function withMemory<T>(e: Engine, bytes: number, use: (pointer: number) => T): T {
  const pointer = e.pdfium.wasmExports.malloc(bytes);
  try {
    return use(pointer);
  } finally {
    e.pdfium.wasmExports.free(pointer);
  }
}
