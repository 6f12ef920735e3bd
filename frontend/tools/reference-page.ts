// The API's reference page: Swagger UI with nothing from outside, put beside the application so that
// it is compressed and embedded like it. Only the parts that the page uses; the package holds every
// bundle several times over.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const PARTS = ['swagger-ui-bundle.js', 'swagger-ui.css'];

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Zhidu API</title>
    <link rel="icon" href="/favicon.svg">
    <link rel="stylesheet" href="swagger-ui.css">
  </head>
  <body>
    <div id="reference"></div>
    <script src="swagger-ui-bundle.js"></script>
    <script src="start.js"></script>
  </body>
</html>
`;

const START = `window.SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
});
`;

/** A plugin that writes `reference/` into what the application is built into. */
export function referencePage(): Plugin {
  return {
    name: 'reference-page',
    apply: 'build',
    generateBundle() {
      const emit = (name: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName: `reference/${name}`, source });
      for (const part of PARTS) emit(part, readFileSync(require.resolve(`swagger-ui-dist/${part}`)));
      emit('index.html', PAGE);
      emit('start.js', START);
    },
  };
}
