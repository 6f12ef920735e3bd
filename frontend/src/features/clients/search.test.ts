import { describe, expect, it } from 'vitest';
import { fileNameOf, queryText } from '@/shared/api/download';
import { clientSearch, serviceQuery } from './search';

describe('the filters of the client list', () => {
  it('read a figure of a report as the service wrote it', () => {
    const search = clientSearch({
      moved: 'WON',
      moved_after: '2026-09-30T16:00:00Z',
      moved_before: '2026-12-31T16:00:00Z',
    });
    expect(search).toEqual({
      moved: ['WON'],
      moved_after: '2026-09-30T16:00:00Z',
      moved_before: '2026-12-31T16:00:00Z',
    });
    expect(serviceQuery(search)).toEqual(search);
  });

  it('mean the whole of the last day, and leave dates of the company alone', () => {
    const query = serviceQuery({
      updated_after: '2026-11-01',
      updated_before: '2026-11-22',
      verification_due_before: '2026-11-22',
    });
    expect(query.verification_due_before).toBe('2026-11-22');
    const span = Date.parse(String(query.updated_before)) - Date.parse(String(query.updated_after));
    expect(span).toBe(22 * 24 * 3600 * 1000);
  });
});

describe('a download', () => {
  it('asks with lists by repetition and without what is not set', () => {
    expect(queryText({ tier: ['KEY', 'CORE'], q: undefined, compliant: false, owner_id: null })).toBe(
      'tier=KEY&tier=CORE&compliant=false',
    );
  });

  it('keeps the name that the service gave the file', () => {
    expect(fileNameOf(`attachment; filename="x.pdf"; filename*=UTF-8''%E6%8A%A5%E4%BB%B7.pdf`)).toBe(
      '报价.pdf',
    );
    expect(fileNameOf('attachment; filename="clients-20261122.xlsx"')).toBe('clients-20261122.xlsx');
    expect(fileNameOf(null)).toBeNull();
  });
});
