package org.hone.engine.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryWatchTest {
  private static final long SECOND = 1_000_000_000L;
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger looks = new AtomicInteger();
  private final MemoryWatch watch =
      new MemoryWatch(
          200L << 20,
          () -> {
            looks.incrementAndGet();
            return held.get();
          },
          now::get);

  @Test
  void isExceededOnceTheProcessHoldsMore() {
    held.set(200L << 20);
    assertThat(watch.exceeded()).isFalse();
    held.set(201L << 20);
    now.addAndGet(SECOND);
    assertThat(watch.exceeded()).isTrue();
    held.set(0);
    now.addAndGet(SECOND);
    assertThat(watch.exceeded()).isTrue();
    assertThat(watch.describe()).isEqualTo("201 MB held, at most 200 MB");
  }

  @Test
  void looksAFewTimesPerSecondOnly() {
    for (int step = 0; step < 1000; step++) {
      assertThat(watch.exceeded()).isFalse();
      now.addAndGet(SECOND / 1000);
    }
    assertThat(looks.get()).isBetween(3, 10);
  }

  @Test
  void memoryThatACollectionFreesDoesNotCount() {
    AtomicInteger look = new AtomicInteger();
    MemoryWatch freed =
        new MemoryWatch(100, () -> look.getAndIncrement() == 0 ? 101 : 99, now::get);
    assertThat(freed.exceeded()).isFalse();
    assertThat(look.get()).isEqualTo(2);
  }

  @Test
  void theMachinesLimitLeavesThisTestAlive() {
    MemoryWatch ofMachine = MemoryWatch.ofMachine();
    assertThat(ofMachine.describe()).matches("at most [0-9,]+ MB");
    assertThat(ofMachine.exceeded()).isFalse();
  }

  @Test
  void refusesALimitThatNobodyCouldKeep() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MemoryWatch(0, held::get, now::get))
        .withMessage("a memory limit is positive, but is 0");
  }
}
