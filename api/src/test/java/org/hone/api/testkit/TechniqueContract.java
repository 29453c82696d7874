package org.hone.api.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.hone.api.technique.Technique;
import org.hone.api.technique.TechniqueChecker;
import org.hone.api.technique.Techniques;
import org.hone.api.training.TrainingEngine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every technique promises. The author's test implements it, with an engine such as
 * hone-engine on the test class path:
 *
 * <pre>{@code
 * class MyTrickTest implements TechniqueContract {
 *   @Override public Technique technique() { return new MyTrick(); }
 * }
 * }</pre>
 */
public interface TechniqueContract {

  /** The technique to be tested. */
  Technique technique();

  /** One test per rule of {@link TechniqueChecker}. */
  @TestFactory
  default Stream<DynamicTest> keepsTheContract() {
    TrainingEngine engine = ServiceLoader.load(TrainingEngine.class).findFirst().orElseThrow();
    return new TechniqueChecker(engine)
        .check(technique()).stream()
            .map(
                finding ->
                    DynamicTest.dynamicTest(
                        finding.rule(),
                        () -> assertThat(finding.holds()).as(finding.detail()).isTrue()));
  }

  /** A services line makes it known. */
  @Test
  default void isFoundByServiceLoader() {
    Techniques known = Techniques.discover(technique().getClass().getClassLoader());
    assertThat(known.ids()).contains(technique().id());
  }
}
