import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Empty } from "../ui/Empty";

export function Missing() {
  return (
    <Empty title="There is no such page">
      <Button component={Link} to="/" variant="default">
        Go to the first page
      </Button>
    </Empty>
  );
}
