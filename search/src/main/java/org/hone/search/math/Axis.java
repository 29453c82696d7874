package org.hone.search.math;

import java.util.OptionalDouble;
import org.hone.search.space.CategoricalDistribution;
import org.hone.search.space.Distribution;
import org.hone.search.space.FloatDistribution;
import org.hone.search.space.IntDistribution;
import org.hone.search.space.Parameter;
import org.hone.search.space.SearchSpace;
import org.hone.search.space.UnitCell;

/**
 * One parameter as an axis of {@linkplain SearchSpace#coordinates coordinates}: which positions of
 * the unit interval stand for the same value.
 *
 * @param categories how many, for a categorical parameter, whose coordinates are indices; else 0
 * @param cells how many equally wide cells the unit interval has; 0 for a continuous range and for
 *     cells of unequal widths
 */
public record Axis(Distribution distribution, OptionalDouble preferred, int categories, int cells) {

  /** The axis of a parameter. */
  public static Axis of(Parameter parameter) {
    Distribution distribution = parameter.distribution();
    if (distribution instanceof CategoricalDistribution categorical) {
      return new Axis(distribution, parameter.preferred(), categorical.choices().size(), 0);
    }
    OptionalDouble preferred =
        parameter.preferred().isPresent()
            ? OptionalDouble.of(distribution.toUnit(parameter.preferred().getAsDouble()))
            : OptionalDouble.empty();
    return new Axis(distribution, preferred, 0, equalCells(distribution));
  }

  private static int equalCells(Distribution distribution) {
    int count = distribution.cardinality().orElse(0);
    return distribution.log() && distribution instanceof IntDistribution ? 0 : count;
  }

  /** Whether coordinates are indices of categories. */
  public boolean isCategorical() {
    return categories > 0;
  }

  /** Whether every position is a value of its own. */
  public boolean isContinuous() {
    return categories == 0
        && cells == 0
        && (distribution instanceof FloatDistribution || distribution.cardinality().isEmpty());
  }

  /** The coordinate of the value that a position of the unit interval stands for. */
  public double snap(double unit) {
    if (cells > 0) {
      return (cell(unit) + 0.5) / cells;
    }
    return isContinuous() ? unit : distribution.toUnit(distribution.fromUnit(unit));
  }

  private double cell(double unit) {
    return Math.min(Math.floor(unit * cells), cells - 1);
  }

  /** The part of the unit interval that stands for the same value; of numbers only. */
  public UnitCell cellOf(double unit) {
    if (cells > 0) {
      double index = cell(unit);
      return new UnitCell(index / cells, (index + 1) / cells);
    }
    return isContinuous()
        ? new UnitCell(unit, unit)
        : distribution.cell(distribution.fromUnit(unit));
  }
}
