import { expect, test } from "@playwright/test";
import { asPerson, MEMBER, OWNER, signIn } from "./people";

test("signs in by a token and keeps it nowhere", async ({ page }) => {
  await page.goto("/console/timer");
  await expect(page).toHaveURL(/enter/);
  await page.getByLabel("Access token").fill("tlp_wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("does not know this token")).toBeVisible();
  await signIn(page, MEMBER);
  const kept = await page.evaluate(
    () => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie,
  );
  expect(kept).not.toContain("tlp_");
  expect(kept).not.toContain("tls_");
});

test("starts, stops and continues a timer", async ({ page }) => {
  await signIn(page, MEMBER);
  await page.goto("/console/timer?view=list");
  await page
    .getByRole("combobox", { name: "What are you working on?" })
    .fill("Write the release notes");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  await expect(page).toHaveTitle(/● 00:0/);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("button", { name: "Start", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Continue Write the release notes" }).first().click();
  await expect(page.getByRole("button", { name: "Stop" })).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
});

test("fills a week by keyboard, and the other browser sees it", async ({ page, browser }) => {
  await signIn(page, MEMBER);
  const owner = await asPerson(browser, OWNER);
  await page.goto("/console/timesheet");
  await owner.goto("/console/timesheet?user=u_member");
  await page.getByRole("button", { name: "Rows of last week" }).click();
  const cell = page.locator('[data-cell="2 0"]');
  await cell.focus();
  await page.keyboard.type("2,5");
  await expect(page.getByText("reads as 2 h 30 min")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(cell).toHaveValue("2:30");
  await expect(page.locator('[data-cell="3 0"]')).toBeFocused();
  await expect
    .poll(() =>
      owner
        .locator("input[data-cell]")
        .evaluateAll((cells) => cells.map((cell) => (cell as HTMLInputElement).value)),
    )
    .toContain("2:30");
  await cell.focus();
  await page.keyboard.press("Delete");
  await expect(cell).toHaveValue("");
  await page.keyboard.press("Control+z");
  await page.locator("h1").click();
  await page.keyboard.press("Control+z");
  await expect(cell).toHaveValue("2:30");
});

test("rejects a week with a reason, and its owner reads it", async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto("/console/approvals");
  const review = page.getByRole("region", { name: "Review" });
  await expect(review.getByText("Mon").first()).toBeVisible();
  const before = await page.locator(".queue li").count();
  await review.getByRole("button", { name: "Reject…" }).click();
  await page.getByLabel("Reason").fill("Please split Wednesday");
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(page.locator(".queue li")).toHaveCount(before - 1);
  await review.getByRole("button", { name: "Approve" }).click();
  await expect(page.locator(".queue li")).toHaveCount(before - 2);
});

test("finds entries by an address that can be sent", async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto("/console/entries?user_id=u_ana&status=approved");
  await expect(page.getByRole("table", { name: "Entries" })).toContainText("Ana Torres");
  const csv = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
  expect(csv).toContain("user_id=u_ana&status=approved");
  const download = await page.evaluate(async (address) => {
    const answer = await fetch(address ?? "");
    return { status: answer.status, lines: (await answer.text()).split("\n").length };
  }, csv);
  expect(download.status).toBe(200);
  expect(download.lines).toBeGreaterThan(50);
});

test("shows a new token once", async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto("/console/tokens");
  await page.getByRole("button", { name: "New token" }).click();
  await page.getByLabel("Name").fill("zapier");
  await page.getByLabel("Read own time").check();
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByText(/^tlp_/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Done" })).toBeDisabled();
  await page.getByLabel("I have it").check();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("cell", { name: "zapier Copy the id" }).first()).toBeVisible();
  await expect(page.getByText(/^tlp_/)).toHaveCount(0);
});

test("makes a webhook, tests it and finds the delivery", async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto("/console/webhooks");
  await page.getByRole("button", { name: "New webhook" }).first().click();
  await page.getByLabel("Address").fill("https://hooks.example/time");
  await page.getByLabel("Description").fill("Payroll");
  await page.getByRole("button", { name: "Create" }).click();
  await expect(page.getByText(/^whsec_/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Done" })).toBeDisabled();
  await page.getByLabel("I have it").check();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page).toHaveURL(/webhooks\/wh_/);
  await expect(page.getByText(/^whsec_/)).toHaveCount(0);

  // Nobody lives at that address, so the test shows a failure, which is what it is for.
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByRole("button", { name: "Test again" })).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Done" }).click();
  const list = page.getByRole("table", { name: "Deliveries" });
  await list.getByRole("button", { name: "webhook.test" }).first().click();
  await expect(page).toHaveURL(/delivery=dlv_/);
  await expect(page.getByRole("region", { name: "Attempts" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Deliver again" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/delivery=/);

  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Paused").first()).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
});

test("verifies the chain of events", async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto("/console/ledger?tab=verify");
  await expect(page.getByText(/The chain of [\d,]+ events holds/)).toBeVisible();
});

test("goes everywhere by the palette", async ({ page }) => {
  await signIn(page, OWNER);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("tok");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/tokens/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  // The closing dialog gives the focus back, which takes until the page is drawn.
  await expect(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("e");
    await expect(page).toHaveURL(/entries/, { timeout: 1000 });
  }).toPass();
});
