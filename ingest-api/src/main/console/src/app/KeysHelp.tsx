import { Modal } from "@mantine/core";

const EVERYWHERE: [string, string][] = [
  ["Ctrl K", "Find a page, an action, a project"],
  ["?", "This list"],
  ["N", "New entry"],
  ["S", "Start or stop the timer"],
  ["[ ]", "Period before, after"],
  [".", "Today"],
  ["Ctrl Z", "Undo"],
  ["Esc", "Close what is on top"],
  ["G T", "Timer"],
  ["G S", "Timesheet"],
  ["G E", "Entries"],
  ["G A", "Approvals"],
  ["G R", "Reports"],
  ["G P", "Projects"],
  ["G M", "People"],
  ["G W", "Webhooks"],
  ["G L", "Ledger"],
  ["G C", "Settings"],
];

const TIMESHEET: [string, string][] = [
  ["← ↑ → ↓", "Move between cells"],
  ["2.5 2:30 150m +:15", "Ways to write a duration"],
  ["9-11:30", "An entry with clock times"],
  ["Enter", "Save and go down"],
  ["Del", "Clear the cell"],
  ["Ctrl C, Ctrl V", "Copy and paste, also from a spreadsheet"],
];

const APPROVALS: [string, string][] = [
  ["J K", "Next, previous sheet"],
  ["A", "Approve"],
  ["R", "Reject"],
  ["X", "Select"],
];

export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size="lg">
      <div className="keys-help">
        <KeyList title="Everywhere" keys={EVERYWHERE} />
        <div>
          <KeyList title="Timesheet" keys={TIMESHEET} />
          <KeyList title="Approvals" keys={APPROVALS} />
        </div>
      </div>
    </Modal>
  );
}

function KeyList({ title, keys }: { title: string; keys: [string, string][] }) {
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd className="kbd">{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
