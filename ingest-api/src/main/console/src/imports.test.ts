import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { expect, test } from "vitest";

const root = import.meta.dirname;
// The sample data is a client of the API like any other.
const SHARED = new Set(["api", "live", "messages", "sample", "time", "ui"]);
const KNOWN = new Set(["app"]); // the shell knows every feature

interface Source {
  path: string;
  folder: string;
  text: string;
}

const sources: Source[] = filesOf(root)
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith("schema.d.ts"))
  .map((path) => {
    const inside = relative(root, path).split(sep).join("/");
    return {
      path: inside,
      folder: inside.includes("/") ? (inside.split("/")[0] ?? "") : "app",
      text: readFileSync(path, "utf8"),
    };
  });

test("features use what is shared, never another feature", () => {
  const crossings = sources
    .filter((source) => !KNOWN.has(source.folder) && !source.path.endsWith(".test.ts"))
    .flatMap((source) =>
      [...source.text.matchAll(/from "\.\.\/([a-z]+)\//g)]
        .map((match) => match[1] ?? "")
        .filter((used) => !SHARED.has(used) && used !== source.folder)
        .map((used) => `${source.path} uses ${used}`),
    );
  expect(crossings).toEqual([]);
});

test("only src/time uses Date", () => {
  const uses = sources
    .filter((source) => source.folder !== "time" && !source.path.endsWith(".test.ts"))
    .filter((source) => /new Date\b|Date\.(parse|now)\b/.test(source.text))
    .map((source) => source.path);
  expect(uses).toEqual([]);
});

function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesOf(path) : [path];
  });
}
