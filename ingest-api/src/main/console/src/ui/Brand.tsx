/** The name with its mark. */
export function Brand({ onlyMark = false }: { onlyMark?: boolean }) {
  return (
    <span className="brand">
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
        <rect width="32" height="32" rx="8" className="brand-ground" />
        <path d="M16 8v8l5.5 3.5" className="brand-hand" />
        <path d="M25.5 16a9.5 9.5 0 1 1-3.3-7.2" className="brand-hand" />
      </svg>
      {!onlyMark && <span className="brand-name">Timeledger</span>}
    </span>
  );
}
