interface Page<T> {
  data: T[];
  pagination: { next_cursor: string | null };
}

/** All rows of a list, part by part, but at most `most`. */
export async function allPages<T>(
  part: (cursor: string | undefined) => Promise<Page<T>>,
  most = 2000,
): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await part(cursor);
    rows.push(...page.data);
    cursor = page.pagination.next_cursor ?? undefined;
  } while (cursor !== undefined && rows.length < most);
  return rows;
}
