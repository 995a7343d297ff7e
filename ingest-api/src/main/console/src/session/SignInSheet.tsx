import { Modal } from "@mantine/core";
import { queryClient } from "../api/queryClient";
import { SignInForm } from "./SignInForm";
import { setSignedOut, useSignedOut } from "./signedOut";
import "./session.css";

/** Over the page when the session has ended: what was typed beneath it stays. */
export function SignInSheet() {
  const isOpen = useSignedOut();
  const signedIn = () => {
    setSignedOut(false);
    void queryClient.invalidateQueries();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={() => undefined}
      withCloseButton={false}
      title="Your session has ended. Sign in to go on."
    >
      <SignInForm onSignedIn={signedIn} />
    </Modal>
  );
}
