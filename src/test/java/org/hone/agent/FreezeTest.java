package org.hone.agent;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hone.search.space.Direction;
import org.hone.search.trial.Catalogue;
import org.hone.search.trial.StudyDefinition;
import org.hone.search.trial.StudySnapshot;
import org.junit.jupiter.api.Test;

class FreezeTest {
  private static final Freeze NOW = Freeze.of(Map.of("a", "1", "b", "2"), "cafe");

  private static StudySnapshot stored(Map<String, Object> attributes) {
    StudyDefinition definition =
        new StudyDefinition("s", List.of(Direction.MINIMIZE), Optional.empty(), Catalogue.empty());
    return new StudySnapshot(definition, List.of(), attributes, Map.of());
  }

  @Test
  void theSameIsAccepted() {
    assertThatNoException()
        .isThrownBy(() -> NOW.requireSame(stored(Map.of(Freeze.ATTRIBUTE, NOW.settings())), "s"));
  }

  @Test
  void aStudyThatWasCutOffBeforeItsFirstTrialBeginsNow() {
    assertThatNoException().isThrownBy(() -> NOW.requireSame(stored(Map.of()), "s"));
  }

  @Test
  void everyDifferenceIsNamed() {
    Map<String, String> before = Map.of("a", "0", "c", "3", Freeze.DATA, "beef");

    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> NOW.requireSame(stored(Map.of(Freeze.ATTRIBUTE, before)), "s"))
        .withMessage(
            "study 's' began otherwise: a was 0 and is 1; b was not set and is 2; c was 3 and is"
                + " not set; data (SHA-256) was beef and is cafe. Start over with --restart, or"
                + " keep both with --set study.name=NAME");
  }
}
