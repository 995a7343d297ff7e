const LONGEST = 64;

/** The id that a new record gets from its name, unless somebody writes another one. */
export function newId(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-|-$/g, "");
}

export const ID_PATTERN = "[A-Za-z0-9_.:\\-]{1,64}";
