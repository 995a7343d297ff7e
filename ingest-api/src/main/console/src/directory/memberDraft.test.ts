import { expect, test } from "vitest";
import type { Member, Settings } from "../api/resources";
import { memberDraft, memberPut } from "./memberDraft";

const settings = { timezone: "Europe/Berlin" } as Settings;
const ana = {
  id: "u_ana",
  name: "Ana",
  email: null,
  role: "manager",
  timezone: "Asia/Tokyo",
  weekly_hours: 0,
  teams: ["build"],
} as unknown as Member;

test("a record that was only opened stays as it is", () => {
  expect(memberPut(memberDraft(ana, settings))).toEqual({
    name: "Ana",
    email: null,
    role: "manager",
    timezone: "Asia/Tokyo",
    weekly_hours: 0,
    teams: ["build"],
  });
});

test("a new member has the workspace's zone and hours", () => {
  const put = memberPut({ ...memberDraft(undefined, settings), name: " Ben " });
  expect(put).toMatchObject({ name: "Ben", timezone: "Europe/Berlin", weekly_hours: null });
});
