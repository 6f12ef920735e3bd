import { authorisedFetch } from '@/shared/api/client';
import { problemFrom } from '@/shared/api/problem';

async function body(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/** The name the service gave the file; the plain form is enough where no extended one is sent. */
export function fileNameOf(disposition: string | null): string | null {
  const extended = disposition?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
  if (extended) return decodeURIComponent(extended);
  return disposition?.match(/filename="([^"]+)"/)?.[1] ?? null;
}

/** Hands a file to the browser to save. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser still reads from the address when the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Fetches a file with the person's rights and hands it to the browser to save. */
export async function download(path: string, fallbackName: string): Promise<void> {
  const response = await authorisedFetch(new Request(new URL(path, location.origin)));
  if (!response.ok)
    throw problemFrom(response.status, await body(response), response.headers.get('X-Request-Id'));
  saveFile(await response.blob(), fileNameOf(response.headers.get('Content-Disposition')) ?? fallbackName);
}

/** A query as the service reads it: lists by repetition, nothing for nothing. */
export function queryText(query: Record<string, unknown>): string {
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') text.append(name, String(one));
    }
  }
  return text.toString();
}

/** A file with what is said of it, as the service takes it. */
export function formOf(parts: Record<string, string | File | undefined>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (value !== undefined && value !== '') form.append(name, value);
  }
  return form;
}
