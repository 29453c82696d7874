package org.hone.engine.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.javacpp.Pointer;
import org.hone.api.training.Meters;

/** The meters of one training, in a registry of their own, read once per epoch. Not thread-safe. */
public final class TrialMeters implements AutoCloseable {
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final Map<String, Mean> means = new LinkedHashMap<>();
  private final Counter skipped = registry.counter(Meters.SKIPPED_STEPS);
  private double epochRows;
  private double epochSeconds;

  /** A mean over everything since it was last reset; NaN if there was nothing. */
  private static final class Mean {
    private double sum;
    private long count;

    void add(double value) {
      sum += value;
      count++;
    }

    double value() {
      return sum / count;
    }

    void reset() {
      sum = 0;
      count = 0;
    }
  }

  /** Meters that have read nothing yet. */
  public TrialMeters() {
    Gauge.builder(Meters.MEMORY_BYTES, Pointer::physicalBytes).baseUnit("bytes").register(registry);
    Gauge.builder(Meters.ROWS_PER_SECOND, () -> epochRows / epochSeconds).register(registry);
  }

  /** One update took this long, for so many rows. */
  public void step(Duration time, int rows) {
    double seconds = time.toNanos() * 1e-9;
    mean(Meters.STEP_SECONDS, seconds);
    epochRows += rows;
    epochSeconds += seconds;
  }

  /** Adds a value to the mean that is read at the end of the epoch. */
  public void mean(String name, double value) {
    means.computeIfAbsent(name, this::register).add(value);
  }

  private Mean register(String name) {
    Mean mean = new Mean();
    Gauge.builder(name, mean::value).register(registry);
    return mean;
  }

  /** An update was skipped. */
  public void skip() {
    skip(1);
  }

  /** So many updates were skipped, some of them before the training was cut off. */
  public void skip(double updates) {
    skipped.increment(updates);
  }

  /** Updates skipped since the training began. */
  public double skipped() {
    return skipped.count();
  }

  /** What every meter reads, sorted by name; means begin anew. */
  public Map<String, Double> read() {
    Map<String, Double> readings = new TreeMap<>();
    for (Meter meter : registry.getMeters()) {
      double value = meter instanceof Counter counter ? counter.count() : ((Gauge) meter).value();
      readings.put(meter.getId().getName(), value);
    }
    means.values().forEach(Mean::reset);
    epochRows = 0;
    epochSeconds = 0;
    return readings;
  }

  @Override
  public void close() {
    registry.close();
  }
}
