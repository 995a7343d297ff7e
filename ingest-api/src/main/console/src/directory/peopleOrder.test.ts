import { expect, test } from "vitest";
import type { Member } from "../api/resources";
import { peopleOf } from "./peopleOrder";

const people = [
  { id: "u_1", name: "Zoe", email: "zoe@example.com", active: true },
  { id: "u_2", name: "Adam", email: null, active: false },
  { id: "u_3", name: null, email: null, active: true },
] as Member[];
const ids = (query: string) => peopleOf(people, query).map((one) => one.id);

test("lists by name, those who have left last", () => {
  expect(ids("")).toEqual(["u_3", "u_1", "u_2"]);
});

test("finds by name, e-mail and id", () => {
  expect(ids("ada")).toEqual(["u_2"]);
  expect(ids("example")).toEqual(["u_1"]);
  expect(ids("u_3")).toEqual(["u_3"]);
});
