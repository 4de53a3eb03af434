import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(`./sandbox/${path}`, import.meta.url));

/** Pages of the sandbox, never shipped. Add a page here by name; one that is not written yet is left out. */
const pages = {
  gallery: at('page/gallery/index.html'),
  page: at('page/index.html'),
  excel: at('excel/page/index.html'),
  teams: at('teams/page/index.html'),
};

export default defineConfig({
  root: fileURLToPath(new URL('./sandbox', import.meta.url)),
  base: '/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('./dist/sandbox-web', import.meta.url)),
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2023',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(pages).filter(([, page]) => existsSync(page))),
    },
  },
});
