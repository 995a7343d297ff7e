/** Of a PUT that only creates: a record that has the id already is not replaced. */
export function onlyNew(version: number | undefined): Record<string, string> {
  return version === undefined ? { "If-None-Match": "*" } : {};
}
