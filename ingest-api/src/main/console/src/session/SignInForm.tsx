import { Button, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { asProblem } from "../api/problem";
import { signIn } from "./session";

interface Props {
  onSignedIn: () => void;
}

/** Signs in by a pasted token, which is forgotten at once: the browser keeps a cookie instead. */
export function SignInForm({ onSignedIn }: Props) {
  const [token, setToken] = useState("");
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    try {
      await signIn({ token: token.trim() });
      setToken("");
      onSignedIn();
    } catch (thrown) {
      const problem = asProblem(thrown);
      setError(
        problem.status === 401
          ? "The server does not know this token, or it has ended."
          : problem.message,
      );
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={submit} className="enter-form">
      <PasswordInput
        label="Access token"
        description="It is exchanged for a session and not kept in the browser."
        placeholder="tlp_…"
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
        error={error}
        autoComplete="off"
        autoFocus
        size="md"
      />
      <Button type="submit" fullWidth size="md" loading={isBusy} disabled={token.trim() === ""}>
        Sign in
      </Button>
    </form>
  );
}
