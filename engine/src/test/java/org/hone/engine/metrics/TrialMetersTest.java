package org.hone.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hone.api.training.Meters;
import org.junit.jupiter.api.Test;

class TrialMetersTest {

  @Test
  void meansBeginAnewAfterEachReading() {
    try (TrialMeters meters = new TrialMeters()) {
      meters.mean("some.loss", 1);
      meters.mean("some.loss", 2);
      assertThat(meters.read()).containsEntry("some.loss", 1.5);
      meters.mean("some.loss", 5);
      assertThat(meters.read()).containsEntry("some.loss", 5.0);
      assertThat(meters.read()).containsEntry("some.loss", Double.NaN);
    }
  }

  @Test
  void stepsAreTimed() {
    try (TrialMeters meters = new TrialMeters()) {
      meters.step(Duration.ofMillis(10), 20);
      meters.step(Duration.ofMillis(30), 20);
      Map<String, Double> readings = meters.read();
      assertThat(readings.get(Meters.STEP_SECONDS)).isEqualTo(0.02, within(1e-12));
      assertThat(readings.get(Meters.ROWS_PER_SECOND)).isEqualTo(1000, within(1e-6));
      meters.step(Duration.ofMillis(10), 1);
      assertThat(meters.read().get(Meters.ROWS_PER_SECOND)).isEqualTo(100, within(1e-6));
    }
  }

  @Test
  void readingsOfLayersAreThereWhereTheyWereNoted() {
    try (TrialMeters meters = new TrialMeters()) {
      meters.ofLayer(Meters.LAYER_WEIGHT_NORM, "dense-1", 2);
      meters.ofLayer(Meters.LAYER_WEIGHT_NORM, "output", 3);
      assertThat(meters.read())
          .containsEntry("hone.step.layer.weight.norm{layer=dense-1}", 2.0)
          .containsEntry("hone.step.layer.weight.norm{layer=output}", 3.0);
      assertThat(meters.read().keySet()).noneMatch(name -> name.contains("layer"));
      meters.ofLayer(Meters.LAYER_WEIGHT_NORM, "dense-1", 4);
      assertThat(meters.read())
          .containsEntry("hone.step.layer.weight.norm{layer=dense-1}", 4.0)
          .doesNotContainKey("hone.step.layer.weight.norm{layer=output}");
    }
  }

  @Test
  void everyMeterIsKnownByNameAndUnit() throws IllegalAccessException {
    List<String> names = new ArrayList<>();
    for (Field field : Meters.class.getFields()) {
      names.add((String) field.get(null));
    }
    assertThat(Arrays.stream(KnownMeter.values()).map(KnownMeter::meter))
        .containsExactlyInAnyOrderElementsOf(names)
        .allMatch(name -> name.matches("hone\\.(trial|step|worker)(\\.[a-z]+)+"));
  }

  @Test
  void skippedStepsAreCountedFromTheBeginning() {
    try (TrialMeters meters = new TrialMeters()) {
      assertThat(meters.read()).containsEntry(Meters.SKIPPED_STEPS, 0.0);
      meters.skip();
      assertThat(meters.read()).containsEntry(Meters.SKIPPED_STEPS, 1.0);
      meters.skip();
      assertThat(meters.read()).containsEntry(Meters.SKIPPED_STEPS, 2.0);
    }
  }

  @Test
  void memoryIsThatOfTheProcess() {
    try (TrialMeters meters = new TrialMeters()) {
      assertThat(meters.read().get(Meters.MEMORY_BYTES)).isGreaterThan(1e6);
    }
  }

  @Test
  void twoTrainingsDoNotSeeEachOther() {
    try (TrialMeters one = new TrialMeters();
        TrialMeters other = new TrialMeters()) {
      one.mean("some.loss", 1);
      assertThat(other.read()).doesNotContainKey("some.loss");
    }
  }
}
