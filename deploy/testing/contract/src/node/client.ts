// What a person would do with the client that was generated from the document: a webhook, an entry,
// its timesheet submitted, and approved by somebody else. Says the ids that the webhook will name.
import { Configuration, TimeEntriesApi, TimesheetsApi, WebhooksApi } from '../clients/typescript';

declare const process: { env: Record<string, string>; exitCode?: number };
declare const console: { log(text: string): void; error(fault: unknown): void };

const { TIMELEDGER_URL, TIMELEDGER_TOKEN, TIMELEDGER_MEMBER_TOKEN, HOOK_URL, HOOK_SECRET } = process.env;
const as = (accessToken: string) => new Configuration({ basePath: TIMELEDGER_URL, accessToken });
const admin = as(TIMELEDGER_TOKEN);
const member = as(TIMELEDGER_MEMBER_TOKEN);

async function run() {
  const webhooks = new WebhooksApi(admin);
  const hook = await webhooks.createWebhook({
    webhookCreate: { url: HOOK_URL, events: ['timesheet.approved'], secret: HOOK_SECRET, enabled: false },
  });
  await webhooks.updateWebhook({ id: hook.data.id, webhookPatch: { enabled: true } });
  const patched = await webhooks.updateWebhook({ id: hook.data.id, webhookPatch: { description: 'Payroll' } });
  if (!patched.data.enabled || patched.data.events.join() !== 'timesheet.approved') {
    throw new Error('A patch changed what it does not name: ' + JSON.stringify(patched.data));
  }

  const entry = await new TimeEntriesApi(member).createTimeEntry({
    timeEntryCreate: { logDate: new Date('2026-03-18'), hours: 7.5, projectId: 'website', billable: true },
  });
  const id = entry.data.timesheetId!;
  await new TimesheetsApi(member).submitTimesheet({ id });
  const approved = await new TimesheetsApi(admin).approveTimesheet({ id });
  console.log(JSON.stringify({ timesheet: id, status: approved.data.status }));
}

run().catch((fault) => {
  console.error(fault);
  process.exitCode = 1;
});
