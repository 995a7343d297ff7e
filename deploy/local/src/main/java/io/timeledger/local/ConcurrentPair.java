package io.timeledger.local;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Two results that were computed concurrently.
record ConcurrentPair<A, B>(A first, B second) {
  private static final int LIMIT_SECONDS = 120;

  static <A, B> ConcurrentPair<A, B> of(Callable<A> first, Callable<B> second) throws Exception {
    FutureTask<A> one = started(first);
    FutureTask<B> other = started(second);
    return new ConcurrentPair<>(result(one), result(other));
  }

  private static <T> FutureTask<T> started(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().start(task);
    return task;
  }

  private static <T> T result(FutureTask<T> task) throws Exception {
    try {
      return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    } catch (TimeoutException e) {
      throw new StartFailedException("not up within " + LIMIT_SECONDS + " s", e);
    }
  }
}
