import { type FormEvent, useState } from "react";
import { type ApiProblem, asProblem } from "../api/problem";

export interface Submit {
  isBusy: boolean;
  problem: ApiProblem | undefined;
  onSubmit: (event: FormEvent) => void;
}

/** Sends a form once, and keeps what was refused beside what was typed. */
export function useSubmit(send: () => Promise<void>): Submit {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await send();
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    problem,
    onSubmit: (event) => {
      event.preventDefault();
      if (!isBusy) void submit();
    },
  };
}
