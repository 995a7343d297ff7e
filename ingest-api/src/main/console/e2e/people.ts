import { type Browser, expect, type Page } from "@playwright/test";

export const OWNER = process.env.TIMELEDGER_TOKEN ?? "";
export const MEMBER = process.env.TIMELEDGER_MEMBER_TOKEN ?? "";

/** Signs in by the form, as a person does who was given a token. */
export async function signIn(page: Page, token: string): Promise<void> {
  await page.goto("/console/enter");
  await page.getByLabel("Access token").fill(token);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/enter/);
  await expect(page.getByText("live", { exact: true }).first()).toBeAttached();
}

/** A browser of its own, as another person has. */
export async function asPerson(browser: Browser, token: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, token);
  return page;
}
