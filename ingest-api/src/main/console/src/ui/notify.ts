import { notifications } from "@mantine/notifications";
import { asProblem } from "../api/problem";
import { errorText } from "../messages/errors";

/** Says what was refused; where a field shows it, this is not needed. */
export function notifyProblem(thrown: unknown): void {
  const problem = asProblem(thrown);
  const text = errorText(problem.code);
  notifications.show({
    color: "red",
    title: text,
    message: problem.details[0]?.message ?? (problem.message === text ? "" : problem.message),
    autoClose: 8000,
    withBorder: true,
  });
}

/** For event handlers, which nobody awaits: a refusal is said instead of lost. */
export function attempt(task: Promise<unknown>): void {
  task.catch(notifyProblem);
}
