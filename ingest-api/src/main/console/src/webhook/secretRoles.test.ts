import { expect, test } from "vitest";
import { rolesOf } from "./secretRoles";

const NOW = Date.parse("2026-06-08T10:00:00Z");

function secret(seq: number, role: "primary" | "secondary", expires_at: string | null = null) {
  return { seq, role, expires_at, created_at: "2026-06-01T00:00:00Z" };
}

test("a new secret waits until it is made the primary one", () => {
  const roles = rolesOf(
    [secret(1, "primary", "2026-06-09T10:00:00Z"), secret(2, "secondary")],
    NOW,
  );
  expect(roles.primary?.seq).toBe(1);
  expect(roles.next?.seq).toBe(2);
});

test("a former one is not next", () => {
  const roles = rolesOf(
    [secret(1, "secondary", "2026-06-09T10:00:00Z"), secret(2, "primary")],
    NOW,
  );
  expect(roles.next).toBeUndefined();
  expect(roles.live).toHaveLength(2);
});

test("when the primary one has ended, the youngest takes its place", () => {
  const roles = rolesOf(
    [secret(1, "primary", "2026-06-08T09:00:00Z"), secret(2, "secondary")],
    NOW,
  );
  expect(roles.primary?.seq).toBe(2);
  expect(roles.next).toBeUndefined();
});
