import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/**
 * The pages that are shipped: the tab, the task pane and the sign-in answer, with hashed assets in dist/web.
 * office.js is never bundled: the task pane's page loads it from Microsoft's CDN.
 */
const pages = {
  tab: at('tab/index.html'),
  'excel-addin': at('excel-addin/index.html'),
  'auth-redirect': at('auth-redirect.html'),
};

export default defineConfig({
  root: fileURLToPath(new URL('./src', import.meta.url)),
  base: '/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('./dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2023',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(pages).filter(([, page]) => existsSync(page))),
    },
  },
});
