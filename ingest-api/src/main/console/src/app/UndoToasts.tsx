import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { type Undoable, undo } from "../api/undo";
import { attempt } from "../ui/notify";

const ID = "undo";

/** Says what was changed, with the button that takes it back. */
export function UndoToasts() {
  useEffect(
    () =>
      undo.onOffer((offered) => {
        notifications.hide(ID);
        notifications.show({
          id: ID,
          message: <Offer offered={offered} />,
          autoClose: 6000,
          withBorder: true,
        });
      }),
    [],
  );
  return null;
}

function Offer({ offered }: { offered: Undoable }) {
  const run = () => {
    notifications.hide(ID);
    attempt(undo.run(offered));
  };
  return (
    <div className="undo">
      <span className="cut">{offered.label}</span>
      <Button size="compact-sm" variant="light" onClick={run}>
        Undo
      </Button>
    </div>
  );
}
