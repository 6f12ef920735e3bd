/** What the address of the tree holds: what is searched for, and whether closed departments are shown. */
export function departmentSearch(raw: Record<string, unknown>): { q?: string; include_closed?: boolean } {
  const q = typeof raw.q === 'number' ? String(raw.q) : raw.q;
  return {
    ...(typeof q === 'string' && q.trim() !== '' ? { q } : {}),
    ...(raw.include_closed === true ? { include_closed: true } : {}),
  };
}

/** Below which department a new one is to stand. */
export function parentSearch(raw: Record<string, unknown>): { parent?: string } {
  return typeof raw.parent === 'string' ? { parent: raw.parent } : {};
}
