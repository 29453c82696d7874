package org.hone.search.trial;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What has been computed from a study's history in this process, to be carried on instead of
 * computed anew. It saves time and tells nothing: all memos are equal. Thread-safe.
 */
public final class Memo {
  private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();

  /**
   * Carries on what is kept for the owner.
   *
   * @param owner whose it is; always the same type T
   * @param next from what was kept, if anything, to what is used and kept now; must lead to the
   *     same result whatever was kept
   */
  @SuppressWarnings("unchecked")
  <T> T carry(Class<?> owner, Function<Optional<T>, T> next) {
    Optional<T> before = Optional.ofNullable((T) kept.get(owner));
    T now = next.apply(before);
    kept.put(owner, now);
    return now;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Memo;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
