package org.hone.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings, time, logs and endings of workers. */
class WorkerPartsTest {

  @Test
  void theLogKeepsItsEnd() throws InterruptedException {
    String text =
        IntStream.rangeClosed(1, 50).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
    LogTail log = new LogTail(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

    assertThat(log.lastLines()).hasSize(20).startsWith("line 31").endsWith("line 50");
    log.clear();
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void timeWhileNobodyWatchesDoesNotCount() {
    AtomicLong clock = new AtomicLong();
    WakingTime time = new WakingTime(clock::get);

    clock.addAndGet(Duration.ofMillis(50).toNanos());
    assertThat(time.passed()).isEqualTo(Duration.ofMillis(50));
    clock.addAndGet(Duration.ofHours(8).toNanos());
    assertThat(time.passed()).isEqualTo(Duration.ofMillis(1050));
  }

  @ParameterizedTest
  @CsvSource({
    "0, the worker ended itself with exit status 0",
    "3, the worker ended itself with exit status 3",
    "134, the worker crashed (signal 6)",
    "139, the worker crashed (signal 11)",
    "137, 'the worker was killed (signal 9), as the system does when memory runs out'",
    "143, the worker was ended by signal 15"
  })
  void anExitStatusSaysHowItEnded(int status, String words) {
    assertThat(Ending.of(status, List.of("hello"))).isEqualTo(words);
  }

  @Test
  void aFullHeapIsSeenInTheLog() {
    assertThat(
            Ending.of(3, List.of("Terminating due to java.lang.OutOfMemoryError: Java heap space")))
        .isEqualTo("the worker ran out of memory, see --worker-memory");
  }

  @Test
  void memoryFollowsMachineAndCount() {
    long gigabyte = 1L << 30;

    assertThat(WorkerSettings.usualHeap(64 * gigabyte, 1)).isEqualTo(2 * gigabyte);
    assertThat(WorkerSettings.usualHeap(16 * gigabyte, 15)).isEqualTo(gigabyte / 2);
    assertThat(WorkerSettings.usualHeap(gigabyte, 4)).isEqualTo(gigabyte / 4);
    assertThat(WorkerSettings.of(2, OptionalLong.of(gigabyte)).options())
        .contains("-Xmx1073741824")
        .anyMatch(option -> option.startsWith("-Dhone.memory.limit="));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new WorkerSettings(0, "program", List.of(), Duration.ZERO))
        .withMessageContaining("count=0");
  }
}
