import { SegmentedControl } from "@mantine/core";

interface Props<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  data: { value: T; label: string }[];
}

/** One of two or three, all in sight. */
export function Choice<T extends string>({ label, value, onChange, data }: Props<T>) {
  return (
    <div className="webhook-choice">
      <span>{label}</span>
      <SegmentedControl
        aria-label={label}
        value={value}
        onChange={(chosen) => onChange(chosen as T)}
        data={data}
      />
    </div>
  );
}
