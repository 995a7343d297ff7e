import { caller } from "../src/sample/call";
import { fillSample } from "../src/sample/sample";
import { OWNER } from "./people";

/** The sample data is what the tests find. */
export default async function setup(): Promise<void> {
  await fillSample(caller(process.env.TIMELEDGER_URL, OWNER), {
    owner: "u_owner",
    member: "u_member",
    today: new Date().toISOString().slice(0, 10),
    zone: "Europe/Berlin",
    weekStart: 1,
  });
}
