import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { asProblem } from "../api/problem";
import { queryClient } from "../api/queryClient";
import { Brand } from "../ui/Brand";
import { SignInForm } from "./SignInForm";
import { type Preview, previewCode, signIn } from "./session";
import { setSignedOut } from "./signedOut";
import "./session.css";

/** Takes the code of a sign-in link out of the address, so that it stays in no history. */
function takeCode(): string | undefined {
  const code = globalThis.location.hash.slice(1);
  if (!code.startsWith("tlc_")) return undefined;
  globalThis.history.replaceState(null, "", globalThis.location.pathname);
  return code;
}

const opened = takeCode();

export function EnterPage({ onEntered }: { onEntered: () => void }) {
  const [code, setCode] = useState(opened);
  const entered = () => {
    queryClient.clear();
    setSignedOut(false);
    onEntered();
  };
  return (
    <main className="enter">
      <section className="enter-card card">
        <Brand />
        {code ? (
          <LinkEntrance code={code} onEntered={entered} onOther={() => setCode(undefined)} />
        ) : (
          <>
            <h1>Sign in</h1>
            <SignInForm onSignedIn={entered} />
            <p className="muted">
              On your own machine, <span className="mono">deploy/local/up</span> prints links that
              sign in by one click. Elsewhere, an admin can give you one.
            </p>
          </>
        )}
      </section>
    </main>
  );
}

interface LinkProps {
  code: string;
  onEntered: () => void;
  onOther: () => void;
}

/** Says whose link it is and waits for a click: nobody is signed in as somebody else unawares. */
function LinkEntrance({ code, onEntered, onOther }: LinkProps) {
  const [preview, setPreview] = useState<Preview>();
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    previewCode(code)
      .then(setPreview)
      .catch((thrown) => setError(asProblem(thrown).message));
  }, [code]);

  const enter = async () => {
    setBusy(true);
    try {
      await signIn({ code });
      onEntered();
    } catch (thrown) {
      setError(asProblem(thrown).message);
      setBusy(false);
    }
  };

  if (error) {
    return (
      <>
        <h1>This link no longer works</h1>
        <p className="muted">
          Each link signs in once, within twelve hours. On your own machine{" "}
          <span className="mono">deploy/local/console</span> prints another one; elsewhere, ask an
          admin.
        </p>
        <Button variant="default" onClick={onOther} fullWidth>
          Sign in with a token
        </Button>
      </>
    );
  }
  return (
    <>
      <h1>{preview ? `Continue as ${preview.name ?? preview.user_id}?` : "One moment…"}</h1>
      <p className="muted">{preview?.email ?? "The link is being checked."}</p>
      <Button fullWidth size="md" disabled={!preview} loading={isBusy} onClick={enter} autoFocus>
        Sign in
      </Button>
      <Button variant="subtle" fullWidth onClick={onOther}>
        Not me
      </Button>
    </>
  );
}
