import { TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";

interface Props {
  label: string;
  value: string;
  onFind: (query: string) => void;
}

const PAUSE_MILLIS = 250;
/** As much as the API takes. */
const MOST_CHARACTERS = 100;

/** Finds what is typed after a short pause, so that not each letter is a request. */
export function FindField({ label, value, onFind }: Props) {
  const [typed, setTyped] = useState(value);
  const found = useRef(value);
  const find = useDebouncedCallback((query: string) => {
    found.current = query;
    onFind(query);
  }, PAUSE_MILLIS);
  // An address that changed by other means, as by Back, is what the field shows.
  useEffect(() => {
    if (value !== found.current) setTyped(value);
    found.current = value;
  }, [value]);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<Search size={14} />}
      value={typed}
      maxLength={MOST_CHARACTERS}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        find(event.currentTarget.value.trim());
      }}
    />
  );
}
