import { defineConfig } from 'vite';

// One script and one style sheet: the report carries them inside of its index.html.
export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../../dist/report-page',
    emptyOutDir: true,
    target: 'es2022',
    lib: {
      entry: 'main.tsx',
      formats: ['iife'],
      name: 'otterbenchReport',
      fileName: () => 'page.js',
      cssFileName: 'page',
    },
  },
});
