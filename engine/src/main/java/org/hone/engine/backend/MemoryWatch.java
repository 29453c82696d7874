package org.hone.engine.backend;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.bytedeco.javacpp.Pointer;

/**
 * Sees to it that a training ends with a reason before the operating system kills the process.
 * JavaCPP could do so, but looks at every allocation; this looks a few times per second. Memory
 * that is freed late, by the garbage collector, is given one chance to go.
 */
public final class MemoryWatch {
  /** Bytes that the process may hold, in place of what the machine or container suggests. */
  public static final String LIMIT = "hone.memory.limit";

  private static final double SHARE = 0.95;
  private static final long LOOK_EVERY_NANOS = 200_000_000L;

  private final long limit;
  private final LongSupplier held;
  private final LongSupplier nanoTime;
  private long lookedAt;
  private long seen;
  private boolean exceeded;

  MemoryWatch(long limit, LongSupplier held, LongSupplier nanoTime) {
    if (limit <= 0) {
      throw new IllegalArgumentException("a memory limit is positive, but is " + limit);
    }
    this.limit = limit;
    this.held = held;
    this.nanoTime = nanoTime;
    this.lookedAt = nanoTime.getAsLong() - LOOK_EVERY_NANOS;
  }

  /** With the limit that {@link #LIMIT} says, or most of what machine or container has. */
  public static MemoryWatch ofMachine() {
    OperatingSystemMXBean machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long most = (long) (machine.getTotalMemorySize() * SHARE);
    return new MemoryWatch(Long.getLong(LIMIT, most), Pointer::physicalBytes, System::nanoTime);
  }

  /** Whether the process holds more than it may; once true, always true. */
  public boolean exceeded() {
    long now = nanoTime.getAsLong();
    if (!exceeded && now - lookedAt >= LOOK_EVERY_NANOS) {
      lookedAt = now;
      exceeded = isOver() && isOverAfterCollection();
    }
    return exceeded;
  }

  private boolean isOver() {
    seen = held.getAsLong();
    return seen > limit;
  }

  private boolean isOverAfterCollection() {
    System.gc();
    return isOver();
  }

  /** What was seen last, and the limit. */
  public String describe() {
    return seen == 0
        ? "at most %s".formatted(inMegabytes(limit))
        : "%s held, at most %s".formatted(inMegabytes(seen), inMegabytes(limit));
  }

  static String inMegabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", bytes >> 20);
  }
}
