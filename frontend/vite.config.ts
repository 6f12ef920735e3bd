import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { referencePage } from './tools/reference-page.ts';

const service = process.env.ZHIDU_SERVICE ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [tanstackRouter({ target: 'react', autoCodeSplitting: true }), react(), referencePage()],
  resolve: { tsconfigPaths: true },
  // The service replaces this placeholder by a fresh nonce in every answer, so
  // that the style sheets antd inserts at run time pass `style-src 'nonce-…'`.
  html: { cspNonce: '__CSP_NONCE__' },
  // With its slash: `/api-keys` is a page.
  server: { port: 5173, proxy: { '/api/': { target: service } } },
  build: {
    target: 'es2022',
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    manifest: true,
    sourcemap: false,
    rolldownOptions: {
      output: {
        // What many pages share in dozens of files of some hundred bytes goes into one file of its kind: apart they
        // cost the first list page more than they hold. The entry reads the addresses of all lists at once.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              // Of records and forms; no list shows them, so none waits for them.
              name: 'record-icons',
              test: /(ArrowLeft|Copy|PaperClip|Printer|QuestionCircle|Reload|Upload)Outlined\.js$/,
              minShareCount: 2,
              priority: 1,
            },
            {
              name: 'icons',
              test: /@ant-design[\\/]icons(-svg)?[\\/](es|lib)[\\/](asn|icons)[\\/]/,
              minShareCount: 2,
            },
            {
              name: 'router-hooks',
              test: /react-router[\\/]dist[\\/]esm[\\/]use(Match|Navigate|Params|Router|RouterState|Search)\.js$/,
            },
            {
              name: 'values',
              test: /[\\/]src[\\/]shared[\\/](format|ui[\\/]values)[\\/](count|money|values|tag|percent-meter)\.tsx?$/,
            },
            { name: 'searches', test: /[\\/](src[\\/]features[\\/].*search|data-table[\\/]filters)\.ts$/ },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/shared/testing/setup.ts'],
    css: false,
    testTimeout: 40000,
  },
});
