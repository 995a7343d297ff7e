import { expect, test } from "vitest";
import { rank } from "./rank";

const names = ["Website", "Web shop", "New website", "Mobile app"];
const found = (query: string) => rank(names, query, (name) => name);

test("finds beginnings of words, the name's own first", () => {
  expect(found("web")).toEqual(["Website", "Web shop", "New website"]);
  expect(found("app mob")).toEqual(["Mobile app"]);
  expect(found("site")).toEqual(["Website", "New website"]);
  expect(found("xyz")).toEqual([]);
  expect(found("")).toEqual(names);
});
