package org.hone.search.space;

/** What a space's constraints leave of one parameter, given the values of others. */
record Remaining(SearchSpace space, Parameter parameter, ParameterValues given) implements Allowed {

  @Override
  public boolean test(double value) {
    if (!parameter.distribution().contains(value)) {
      return false;
    }
    if (space.constraints().isEmpty()) {
      return true;
    }
    return value >= low()
        && value <= high()
        && space.isFeasible(given.with(parameter.name(), parameter.distribution(), value));
  }

  @Override
  public double low() {
    return lower(parameter.name(), space.constraints().size());
  }

  @Override
  public double high() {
    return upper(parameter.name(), space.constraints().size());
  }

  /** Also what comes later needs a value: a parameter is at least what those below it begin at. */
  private double lower(String name, int depth) {
    double bound = space.parameter(name).distribution().low();
    for (Constraint constraint : space.constraints()) {
      if (constraint instanceof LessOrEqual order && order.greater().equals(name) && depth > 0) {
        double chosen = given.rawOrAbsent(order.lesser());
        bound = Math.max(bound, Double.isNaN(chosen) ? below(order, depth - 1) : chosen);
      }
    }
    return bound;
  }

  private double below(LessOrEqual order, int depth) {
    return mayExist(order.lesser()) ? lower(order.lesser(), depth) : Double.NEGATIVE_INFINITY;
  }

  private double upper(String name, int depth) {
    double bound = space.parameter(name).distribution().high();
    for (Constraint constraint : space.constraints()) {
      if (constraint instanceof LessOrEqual order && order.lesser().equals(name) && depth > 0) {
        double chosen = given.rawOrAbsent(order.greater());
        bound = Math.min(bound, Double.isNaN(chosen) ? above(order, depth - 1) : chosen);
      }
    }
    return bound;
  }

  private double above(LessOrEqual order, int depth) {
    return mayExist(order.greater()) ? upper(order.greater(), depth) : Double.POSITIVE_INFINITY;
  }

  /** Whether no condition of the parameter is refuted by what is chosen already. */
  private boolean mayExist(String name) {
    return space.parameter(name).conditions().stream()
        .allMatch(literal -> literal.holds(given) || isOpen(literal.parameter()));
  }

  private boolean isOpen(String name) {
    return space.index(name) >= space.index(parameter.name()) && !given.contains(name);
  }
}
