package org.hone.search.sampler.evolution;

import org.uma.jmetal.solution.AbstractSolution;
import org.uma.jmetal.solution.doublesolution.DoubleSolution;
import org.uma.jmetal.util.bounds.Bounds;

/**
 * Numbers within [0, 1], or losses, in the form that jMetal's operators and estimators take. Its
 * own solutions draw their first values from a global generator.
 */
final class UnitSolution extends AbstractSolution<Double> implements DoubleSolution {
  private static final long serialVersionUID = 1;
  private static final Bounds<Double> UNIT = Bounds.create(0.0, 1.0);

  private UnitSolution(int variables, int objectives) {
    super(variables, objectives);
  }

  static UnitSolution at(double[] variables) {
    UnitSolution solution = new UnitSolution(variables.length, 0);
    for (int i = 0; i < variables.length; i++) {
      solution.variables().set(i, variables[i]);
    }
    return solution;
  }

  static UnitSolution valued(double[] losses) {
    UnitSolution solution = new UnitSolution(0, losses.length);
    System.arraycopy(losses, 0, solution.objectives(), 0, losses.length);
    return solution;
  }

  double[] toArray() {
    return variables().stream().mapToDouble(x -> x).toArray();
  }

  @Override
  public Bounds<Double> getBounds(int index) {
    return UNIT;
  }

  @Override
  public UnitSolution copy() {
    UnitSolution copy = new UnitSolution(variables().size(), objectives().length);
    for (int i = 0; i < variables().size(); i++) {
      copy.variables().set(i, variables().get(i));
    }
    System.arraycopy(objectives(), 0, copy.objectives(), 0, objectives().length);
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
