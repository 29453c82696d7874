package org.hone.search.sampler;

import java.util.List;
import org.hone.search.space.AtMostOne;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.LessOrEqual;
import org.hone.search.space.Literal;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;

/** A discrete space with conditions and constraints whose points can be counted by hand. */
final class ExhaustiveTree {
  /**
   * With kind a: 2 flags of which one may be on, hence 3; with kind b: depth 1 to 3 and least 1 to
   * 3, ordered, hence 6, each with the 3 of the flags; kind c: the 3.
   */
  static final int POINTS = 3 + 6 * 3 + 3;

  private ExhaustiveTree() {}

  static SearchSpace space() {
    Parameter kind = Parameter.of("kind", CategoricalDistribution.of("a", "b", "c"));
    Parameter left = Parameter.of("left", CategoricalDistribution.flag());
    Parameter right = Parameter.of("right", CategoricalDistribution.flag());
    Literal deep = Literal.of(kind, "b");
    return new SearchSpace(
        List.of(
            kind,
            Parameter.of("least", IntDistribution.of(1, 3)).when(deep),
            Parameter.of("depth", IntDistribution.of(1, 3)).when(deep),
            left,
            right),
        List.of(
            new AtMostOne(List.of(Literal.of(left, true), Literal.of(right, true))),
            new LessOrEqual("least", "depth")));
  }
}
