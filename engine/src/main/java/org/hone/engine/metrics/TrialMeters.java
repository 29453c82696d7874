package org.hone.engine.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bytedeco.javacpp.Pointer;
import org.hone.api.training.Meters;
import org.jspecify.annotations.Nullable;

/** The meters of one training, in a registry of their own, read once per epoch. Not thread-safe. */
public final class TrialMeters implements AutoCloseable {
  private static final String LAYER = "layer";

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final Map<String, Mean> means = new LinkedHashMap<>();
  private final Map<String, Double> ofLayers = new LinkedHashMap<>();
  private final Mean stepSeconds = register(Meters.STEP_SECONDS);
  private final Counter skipped =
      Counter.builder(Meters.SKIPPED_STEPS)
          .baseUnit(KnownMeter.SKIPPED_STEPS.unit())
          .register(registry);
  private final Set<String> seenLayers = new HashSet<>();
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
    Gauge.builder(Meters.MEMORY_BYTES, Pointer::physicalBytes)
        .baseUnit(KnownMeter.MEMORY_BYTES.unit())
        .register(registry);
    Gauge.builder(Meters.ROWS_PER_SECOND, () -> epochRows / epochSeconds)
        .baseUnit(KnownMeter.ROWS_PER_SECOND.unit())
        .register(registry);
  }

  /** One update took this long, for so many rows. */
  public void step(Duration time, int rows) {
    double seconds = time.toNanos() * 1e-9;
    stepSeconds.add(seconds);
    epochRows += rows;
    epochSeconds += seconds;
  }

  /** Adds a value to the mean that is read at the end of the epoch. */
  public void mean(String name, double value) {
    means.computeIfAbsent(name, this::register).add(value);
  }

  private Mean register(String name) {
    Mean mean = new Mean();
    Gauge.builder(name, mean::value).baseUnit(unit(name)).register(registry);
    return mean;
  }

  /** That of a technique's own meter is not known. */
  private static @Nullable String unit(String name) {
    return KnownMeter.find(name).map(KnownMeter::unit).orElse(null);
  }

  /** Notes what a meter reads of one layer, until the end of the epoch. */
  public void ofLayer(String name, String layer, double value) {
    String key = Meters.ofLayer(name, layer);
    if (ofLayers.put(key, value) == null && seenLayers.add(key)) {
      Gauge.builder(name, () -> ofLayers.getOrDefault(key, Double.NaN))
          .tag(LAYER, layer)
          .baseUnit(unit(name))
          .register(registry);
    }
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

  /**
   * What every meter reads, sorted by name; means begin anew. Of single layers only what was noted
   * since the last time.
   */
  public Map<String, Double> read() {
    Map<String, Double> readings = new TreeMap<>();
    for (Meter meter : registry.getMeters()) {
      if (meter.getId().getTag(LAYER) == null) {
        double value = meter instanceof Counter counter ? counter.count() : ((Gauge) meter).value();
        readings.put(meter.getId().getName(), value);
      }
    }
    readings.putAll(ofLayers);
    ofLayers.clear();
    stepSeconds.reset();
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
