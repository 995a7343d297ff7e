import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { membersQuery } from "../api/directory";
import { can, useMe } from "../api/me";
import type { Member } from "../api/resources";
import { Empty } from "../ui/Empty";
import { Guarded } from "../ui/Guarded";
import { PageHead } from "../ui/PageHead";
import { Part } from "../ui/Part";
import { FindField } from "./FindField";
import { MemberDrawer } from "./MemberDrawer";
import { MemberTable } from "./MemberTable";
import { peopleOf } from "./peopleOrder";
import { SignInLink } from "./SignInLink";
import "./directory.css";

const route = getRouteApi("/shell/people");

export function PeoplePage() {
  return (
    <Guarded needs="time:read:all">
      <People />
    </Guarded>
  );
}

function People() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayEdit = can(useMe(), "time:admin");
  const members = useQuery(membersQuery);
  const [linked, setLinked] = useState<Member>();
  const show = (member: string | undefined) =>
    void navigate({ search: (former) => ({ ...former, member }) as typeof former });
  const find = (q: string) =>
    void navigate({
      search: (former) => ({ ...former, q: q || undefined }) as typeof former,
      replace: true,
    });
  const opened = members.data?.find((one) => one.id === search.member);
  const isNew = search.member === "" && mayEdit;
  return (
    <>
      <PageHead title="People">
        <span className="grow" />
        <FindField label="Find somebody" value={search.q ?? ""} onFind={find} />
        {mayEdit && (
          <Button leftSection={<UserPlus size={16} />} onClick={() => show("")}>
            Add somebody
          </Button>
        )}
      </PageHead>
      <Part query={members} height={360}>
        {(all) => {
          const found = peopleOf(all, search.q ?? "");
          return found.length > 0 ? (
            <MemberTable
              members={found}
              onEdit={mayEdit ? (member) => show(member.id) : undefined}
              onLink={mayEdit ? setLinked : undefined}
            />
          ) : (
            <div className="card">
              <Empty title="Nobody fits">
                <Button variant="default" onClick={() => find("")}>
                  Show everybody
                </Button>
              </Empty>
            </div>
          );
        }}
      </Part>
      {mayEdit && (
        <MemberDrawer
          opened={isNew || opened !== undefined}
          member={opened}
          onClose={() => show(undefined)}
        />
      )}
      <SignInLink member={linked} onClose={() => setLinked(undefined)} />
    </>
  );
}
