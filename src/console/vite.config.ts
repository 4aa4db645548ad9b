import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the console into dist/console, all of it from this host. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  plugins: [react()],
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    // Browsers of offices are seldom new.
    target: 'chrome107',
    chunkSizeWarningLimit: 1_500,
    // Files beside the page, never data: addresses: the policy of the page allows scripts from here alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
