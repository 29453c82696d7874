package org.hone.search.sampler.tpe;

import java.util.BitSet;
import java.util.List;
import org.hone.search.math.Axis;
import org.hone.search.space.Literal;
import org.hone.search.space.SearchSpace;

/**
 * What of a space stays the same from trial to trial.
 *
 * @param multivariate whether parameters are modelled jointly
 * @param axes one per parameter
 * @param groups in an order in which they can be chosen
 * @param constrained parameters that constraints speak of, with those that decide whether these
 *     exist
 */
record Plan(
    SearchSpace space,
    boolean multivariate,
    List<Axis> axes,
    List<Group> groups,
    BitSet constrained) {

  static Plan of(SearchSpace space, boolean multivariate) {
    return new Plan(
        space,
        multivariate,
        space.parameters().stream().map(Axis::of).toList(),
        multivariate ? Group.of(space) : Group.apart(space),
        constrained(space));
  }

  private static BitSet constrained(SearchSpace space) {
    BitSet constrained = new BitSet();
    space.constraints().stream()
        .flatMap(constraint -> constraint.parameters().stream())
        .forEach(name -> constrained.set(space.index(name)));
    for (int i = space.size() - 1; i >= 0; i--) {
      if (constrained.get(i)) {
        for (Literal literal : space.parameters().get(i).conditions()) {
          constrained.set(space.index(literal.parameter()));
        }
      }
    }
    return constrained;
  }

  boolean isConstrained(int parameter) {
    return constrained.get(parameter);
  }

  boolean isOf(SearchSpace other, boolean jointly) {
    return multivariate == jointly && space.equals(other);
  }

  /** Whether all the parameters of a group have countably many values. */
  boolean isDiscrete(Group group) {
    return group.parameters().noneMatch(parameter -> axes.get(parameter).isContinuous());
  }
}
