package org.hone.search.sampler.evolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.uma.jmetal.util.densityestimator.impl.CrowdingDistanceDensityEstimator;

/**
 * The fittest by front, and within a front by crowding distance.
 *
 * <p>Where the original drops the most crowded of the last front all at once, they are dropped one
 * by one, as far as that is affordable, and distances measured anew: so neighbours do not fall
 * together.
 *
 * @see <a href="https://doi.org/10.1109/4235.996017">Deb et al., IEEE TEVC 2002, section III</a>
 */
final class Crowding implements EnvironmentalSelection {
  private static final int MOST_ONE_BY_ONE = 2;

  @Override
  public List<Individual> select(List<Individual> candidates, int count) {
    List<Individual> selected = new ArrayList<>();
    for (List<Individual> front : Fronts.of(candidates)) {
      int room = count - selected.size();
      if (room <= 0) {
        break;
      }
      selected.addAll(spread(front.size() > room ? thinned(front, room) : front));
    }
    return selected;
  }

  private static List<Individual> thinned(List<Individual> front, int count) {
    List<Individual> left = new ArrayList<>(front);
    if (left.size() > MOST_ONE_BY_ONE * count) {
      left = new ArrayList<>(spread(left).subList(0, MOST_ONE_BY_ONE * count));
    }
    while (left.size() > count) {
      double[] distances = distances(left);
      int worst = 0;
      for (int i = 1; i < distances.length; i++) {
        worst = distances[i] < distances[worst] ? i : worst;
      }
      left.remove(worst);
    }
    return left;
  }

  /** The loneliest first. */
  private static List<Individual> spread(List<Individual> front) {
    double[] distances = distances(front);
    Integer[] order = new Integer[front.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> distances[i]).reversed());
    return Arrays.stream(order).map(front::get).toList();
  }

  private static double[] distances(List<Individual> front) {
    List<UnitSolution> solutions =
        front.stream().map(individual -> UnitSolution.valued(individual.losses())).toList();
    CrowdingDistanceDensityEstimator<UnitSolution> estimator =
        new CrowdingDistanceDensityEstimator<>();
    estimator.compute(new ArrayList<>(solutions));
    return solutions.stream().mapToDouble(estimator::value).toArray();
  }
}
