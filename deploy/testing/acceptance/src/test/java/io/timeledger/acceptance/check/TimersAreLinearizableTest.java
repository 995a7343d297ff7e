package io.timeledger.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.timeledger.acceptance.client.OperationKind;
import org.junit.jupiter.api.Test;

class TimersAreLinearizableTest {
  private static final Invariant RULE = new TimersAreLinearizable();

  @Test
  void acceptsStartsThatStopTheOneBefore() {
    Made run =
        new Made()
            .started("a", "c1")
            .stopped("a", "c2")
            .started("b", "c2")
            .stopped("b", "c3")
            .op(OperationKind.START, "m1", "a", 201, 10, 20)
            .op(OperationKind.START, "m2", "b", 201, 30, 40)
            .op(OperationKind.STOP, "m3", "b", 200, 50, 60)
            .op(OperationKind.STOP, "m4", null, 409, 70, 80);
    assertThat(run.brokenBy(RULE)).isEmpty();
  }

  @Test
  void acceptsAnyOrderOfWhatHappenedAtOnce() {
    Made run =
        new Made()
            .started("b", "c1")
            .stopped("b", "c2")
            .started("a", "c2")
            .op(OperationKind.START, "m1", "a", 201, 10, 40)
            .op(OperationKind.START, "m2", "b", 201, 20, 30);
    assertThat(run.brokenBy(RULE)).isEmpty();
  }

  @Test
  void findsTwoThatRunAtOnce() {
    assertThat(new Made().started("a", "c1").started("b", "c2").brokenBy(RULE)).hasSize(1);
  }

  @Test
  void findsAStopOfWhatDoesNotRun() {
    assertThat(new Made().stopped("a", "c1").brokenBy(RULE)).hasSize(1);
    assertThat(new Made().started("a", "c1").stopped("b", "c2").brokenBy(RULE)).hasSize(1);
  }

  @Test
  void findsAnOrderThatContradictsRealTime() {
    Made run =
        new Made()
            .started("b", "c1")
            .stopped("b", "c2")
            .started("a", "c2")
            .op(OperationKind.START, "m1", "a", 201, 10, 20)
            .op(OperationKind.START, "m2", "b", 201, 30, 40);
    assertThat(run.brokenBy(RULE)).singleElement().asString().contains("m2");
  }

  @Test
  void findsWhoWasToldThatNoneRunsWhileOneRan() {
    Made run =
        new Made()
            .started("a", "c1")
            .op(OperationKind.START, "m1", "a", 201, 10, 20)
            .op(OperationKind.STOP, "m2", null, 409, 30, 40);
    assertThat(run.brokenBy(RULE)).singleElement().asString().contains("m2");
  }

  @Test
  void acceptsWhoWasToldThatNoneRunsBeforeTheStartWasAnswered() {
    Made run =
        new Made()
            .started("a", "c1")
            .op(OperationKind.START, "m1", "a", 201, 10, 35)
            .op(OperationKind.STOP, "m2", null, 409, 30, 40);
    assertThat(run.brokenBy(RULE)).isEmpty();
  }

  @Test
  void acceptsAMomentBetweenAStopAndTheNextStart() {
    Made run =
        new Made()
            .started("a", "c1")
            .stopped("a", "c2")
            .started("b", "c3")
            .op(OperationKind.START, "m1", "a", 201, 10, 20)
            .op(OperationKind.STOP, "m2", null, 409, 30, 40)
            .op(OperationKind.STOP, "m3", "a", 200, 25, 60)
            .op(OperationKind.START, "m4", "b", 201, 35, 60);
    assertThat(run.brokenBy(RULE)).isEmpty();
  }

  @Test
  void findsNoMomentBetweenAStartAndTheOneThatItStops() {
    Made run =
        new Made()
            .started("a", "c1")
            .stopped("a", "c2")
            .started("b", "c2")
            .op(OperationKind.START, "m1", "a", 201, 10, 20)
            .op(OperationKind.STOP, "m2", null, 409, 30, 40)
            .op(OperationKind.START, "m3", "b", 201, 35, 60);
    assertThat(run.brokenBy(RULE)).singleElement().asString().contains("m2");
  }
}
