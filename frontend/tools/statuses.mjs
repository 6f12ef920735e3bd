// The HTTP status of each code, out of the OpenAPI document: what the page of a code speaks of.
//   statuses.mjs <openapi.json>    writes TypeScript to the standard output
import { readFileSync } from 'node:fs';

const document = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const statuses = JSON.stringify(document.components.schemas.Code['x-statuses'], null, 2);
process.stdout.write(`// Generated from openapi/openapi.json by \`make generate\`.
import type { Code } from './problem';

export const statusOf = ${statuses} as const satisfies Record<Code, number>;
`);
