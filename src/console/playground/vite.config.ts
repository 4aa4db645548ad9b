import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the playground into dist/playground, all of it from this host. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/playground/',
  plugins: [react()],
  build: {
    outDir: '../../../dist/playground',
    emptyOutDir: true,
    chunkSizeWarningLimit: 10_000,
    // Files beside the page, never data: addresses: the policy of the page allows scripts from here alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
});
