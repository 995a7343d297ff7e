import type { Change } from "./changes";

/** What will be different once it is saved. */
export function ChangeList({ changes }: { changes: Change[] }) {
  return (
    <ul className="setting-changes">
      {changes.map(({ field, from, to }) => (
        <li key={field.name}>
          <span className="muted">{field.label}</span>
          <span>
            <del>{from}</del> → <ins>{to}</ins>
          </span>
        </li>
      ))}
    </ul>
  );
}
