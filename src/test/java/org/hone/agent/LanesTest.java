package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LanesTest {

  @Test
  void oneLaneIsTheCallersThread() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();

    new Lanes(1, () -> false).run(() -> threads.add(Thread.currentThread()));

    assertThat(threads).containsExactly(Thread.currentThread());
  }

  @Test
  void severalWorkAtOnce() {
    CountDownLatch together = new CountDownLatch(3);

    new Lanes(3, () -> false)
        .run(
            () -> {
              together.countDown();
              await(together);
            });

    assertThat(together.getCount()).isZero();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatGoesWrongOnOneEndsAllAndComesOut() {
    Lanes lanes = new Lanes(2, () -> false);
    AtomicInteger next = new AtomicInteger();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                lanes.run(
                    () -> {
                      if (next.getAndIncrement() == 0) {
                        throw new IllegalStateException("disk full");
                      }
                      while (!lanes.isOver()) {
                        Thread.onSpinWait();
                      }
                    }))
        .withMessage("disk full");
    assertThatExceptionOfType(StackOverflowError.class)
        .isThrownBy(
            () ->
                new Lanes(2, () -> false)
                    .run(
                        () -> {
                          throw new StackOverflowError();
                        }));
  }

  @Test
  void theUsersWishEndsThemToo() {
    assertThat(new Lanes(2, () -> true).isOver()).isTrue();
    assertThat(new Lanes(2, () -> false).isOver()).isFalse();
  }
}
