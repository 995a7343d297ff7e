import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useMe } from "../api/me";
import type { Delivery } from "../api/resources";
import { useNow } from "../ui/useNow";
import { DeliveryCells } from "./DeliveryCells";

interface Props {
  deliveries: Delivery[];
  hasMore: boolean;
  onMore: () => void;
  opened: string | undefined;
  onOpen: (deliveryId: string) => void;
}

const ROW_HEIGHT = 44;
const NEAR_END = 20;
const TICK_MILLIS = 1000;

/** The newest first; only those in sight are drawn. */
export function DeliveryTable({ deliveries, hasMore, onMore, opened, onOpen }: Props) {
  const zone = useMe().timezone;
  const now = useNow(
    TICK_MILLIS,
    deliveries.some((delivery) => delivery.state === "pending"),
  );
  const body = useRef<HTMLDivElement>(null);
  const virtual = useWindowVirtualizer({
    count: deliveries.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last > deliveries.length - NEAR_END) onMore();
  }, [hasMore, last, deliveries.length, onMore]);
  return (
    <div
      className="deliveries card"
      role="table"
      aria-label="Deliveries"
      aria-rowcount={deliveries.length}
    >
      <div role="rowgroup">
        <div className="deliveries-head" role="row">
          <span role="columnheader">Event</span>
          <span role="columnheader">State</span>
          <span role="columnheader">Last answer</span>
          <span role="columnheader" className="figure">
            Tries
          </span>
          <span role="columnheader" className="figure">
            Made
          </span>
        </div>
      </div>
      <div
        ref={body}
        className="deliveries-body"
        role="rowgroup"
        style={{ height: virtual.getTotalSize() }}
      >
        {items.map((item) => {
          const delivery = deliveries[item.index];
          if (!delivery) return null;
          return (
            <div
              key={delivery.id}
              role="row"
              aria-rowindex={item.index + 1}
              className="deliveries-row"
              data-selected={delivery.id === opened ? "" : undefined}
              style={{
                height: item.size,
                transform: `translateY(${item.start - virtual.options.scrollMargin}px)`,
              }}
            >
              <DeliveryCells delivery={delivery} zone={zone} now={now} onOpen={onOpen} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
