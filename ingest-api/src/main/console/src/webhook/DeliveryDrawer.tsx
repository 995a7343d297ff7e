import { Drawer } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Part } from "../ui/Part";
import { DeliveryDetails } from "./DeliveryDetails";
import { deliveryQuery } from "./deliveries";

interface Props {
  webhookId: string;
  deliveryId: string | undefined;
  onOpen: (deliveryId: string) => void;
  onClose: () => void;
}

/** One delivery with all that was tried. Its id is part of the address. */
export function DeliveryDrawer({ webhookId, deliveryId, onOpen, onClose }: Props) {
  return (
    <Drawer
      opened={deliveryId !== undefined}
      onClose={onClose}
      position="right"
      size={600}
      title="Delivery"
      transitionProps={{ duration: 120 }}
    >
      {deliveryId && <Found key={deliveryId} ids={[webhookId, deliveryId]} onOpen={onOpen} />}
    </Drawer>
  );
}

function Found({ ids, onOpen }: { ids: [string, string]; onOpen: (id: string) => void }) {
  const query = useQuery(deliveryQuery(...ids));
  return (
    <Part query={query} height={240}>
      {(delivery) => <DeliveryDetails delivery={delivery} onOpen={onOpen} />}
    </Part>
  );
}
