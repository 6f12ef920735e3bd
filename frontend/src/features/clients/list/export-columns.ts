/** The columns that the list shows in this browser, in their order; none where nobody chose any. */
export function exportColumns(): string[] {
  const kept = localStorage.getItem('zhidu.columns.clients');
  if (!kept) return [];
  const settings: unknown = JSON.parse(kept);
  if (!Array.isArray(settings)) return [];
  return settings.flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || Reflect.get(one, 'shown') !== true) return [];
    const id: unknown = Reflect.get(one, 'id');
    return typeof id === 'string' ? [id] : [];
  });
}
