export interface Pasted {
  down: number;
  right: number;
  value: string;
}

/** The cells of a spreadsheet's clipboard: tabs between columns, lines between rows. */
export function pasted(text: string): Pasted[] {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\n$/, "")
    .split("\n")
    .flatMap((line, down) =>
      line.split("\t").map((value, right) => ({ down, right, value: value.trim() })),
    )
    .filter(({ value }) => value !== "");
}
