package org.hone.engine.training.carried;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hone.api.technique.Technique;
import org.hone.api.technique.TechniqueChecker;
import org.hone.api.technique.TechniqueChecker.Finding;
import org.hone.engine.training.Workbench;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker gives a technique the artifacts it needs, and the engine carries them. */
class NeedsAreMetTest {
  static List<Technique> techniques() {
    return List.of(new Transfer(), new Distillation());
  }

  @ParameterizedTest
  @MethodSource("techniques")
  void everyRuleHolds(Technique technique) {
    List<Finding> findings = new TechniqueChecker(Workbench.ENGINE).check(technique);
    assertThat(findings).hasSizeGreaterThan(10);
    assertThat(findings).filteredOn(finding -> !finding.holds()).isEmpty();
  }
}
