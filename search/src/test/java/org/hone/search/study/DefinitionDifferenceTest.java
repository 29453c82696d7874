package org.hone.search.study;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Direction;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.storage.InMemoryStorage;
import org.hone.search.storage.Storage;
import org.hone.search.trial.Catalogue;
import org.junit.jupiter.api.Test;

class DefinitionDifferenceTest {
  private static final SearchSpace SPACE =
      SearchSpace.of(
          Parameter.of("x", FloatDistribution.of(-5, 5)),
          Parameter.of("n", IntDistribution.of(0, 9)));

  @Test
  void namesWhatDiffersFromTheStoredDefinition() {
    Storage storage = new InMemoryStorage();
    Parameter on = Parameter.of("on", CategoricalDistribution.flag());
    Literal isOn = Literal.of(on, true);
    Catalogue.Entry cut =
        new Catalogue.Entry("cutout", "row", "1.0", "DeVries 2017", isOn, List.of());
    Study.builder("study")
        .storage(storage)
        .space(SPACE.plus(SearchSpace.of(on)))
        .catalogue(new Catalogue(List.of(cut)))
        .create();
    Catalogue.Entry newer =
        new Catalogue.Entry("cutout", "row", "2.0", "DeVries 2017", isOn, List.of());
    Parameter changed = Parameter.of("n", IntDistribution.of(0, 8), 3).when(isOn);
    StudyBuilder other =
        Study.builder("study")
            .storage(storage)
            .direction(Direction.MAXIMIZE)
            .space(SearchSpace.of(on, changed, Parameter.of("y", FloatDistribution.of(0, 1))))
            .catalogue(new Catalogue(List.of(newer)));
    assertThatIllegalArgumentException()
        .isThrownBy(other::openOrCreate)
        .withMessageContainingAll(
            "study 'study'",
            "directions were [MINIMIZE], now [MAXIMIZE]",
            "parameter 'x' was removed",
            "parameter 'n' was [int 0..9], now [int 0..8, default 3.0, when on[1.0]]",
            "parameter 'y' was added",
            "technique 'cutout'",
            "1.0",
            "2.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Study.builder("study").storage(storage).openOrCreate())
        .withMessageContaining("it had a declared space");
  }

  @Test
  void namesChangedConstraints() {
    Storage storage = new InMemoryStorage();
    Parameter left = Parameter.of("left", CategoricalDistribution.flag());
    Parameter right = Parameter.of("right", CategoricalDistribution.flag());
    Study.builder("study").storage(storage).space(SearchSpace.of(left, right)).create();
    AtMostOne rule = new AtMostOne(List.of(Literal.of(left, true), Literal.of(right, true)));
    SearchSpace constrained = new SearchSpace(List.of(left, right), List.of(rule));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Study.builder("study").storage(storage).space(constrained).openOrCreate())
        .withMessageContaining("constraints were [], now [at most one of left, right]");
  }
}
