package org.hone.engine.backend;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ops.OpContext;

/**
 * The contexts of one thread's operations, for use again: by operation, since most executions of
 * one have the same settings.
 */
final class ContextPool {
  private final Map<Long, Deque<PooledContext>> idle = new HashMap<>();
  private Optional<Long> expected = Optional.empty();

  /** The next context is for this operation. */
  void expect(long operation) {
    expected = Optional.of(operation);
  }

  void expectNothing() {
    expected = Optional.empty();
  }

  /** A context for the expected operation, once; empty if none is expected. */
  Optional<OpContext> take() {
    Optional<Long> operation = expected;
    expected = Optional.empty();
    return operation.map(this::take);
  }

  private PooledContext take(long operation) {
    Deque<PooledContext> free = idle.computeIfAbsent(operation, key -> new ArrayDeque<>());
    PooledContext context = free.isEmpty() ? new PooledContext(free::push) : free.pop();
    context.reopen();
    return context;
  }
}
