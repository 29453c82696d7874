package org.hone.search.sampler.evolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The fittest by front; from the last front, those in the emptiest niches about reference lines.
 *
 * <p>Two ties are broken without chance, so that survivors follow from the history alone: among
 * equally empty niches the one whose candidate is nearest to its line comes first, and a niche that
 * has members already also takes its nearest candidate.
 *
 * @see <a href="https://doi.org/10.1109/TEVC.2013.2281535">Deb and Jain, IEEE TEVC 2014, algorithms
 *     1, 3 and 4</a>
 */
final class Niching implements EnvironmentalSelection {

  @Override
  public List<Individual> select(List<Individual> candidates, int count) {
    List<Individual> selected = new ArrayList<>();
    List<List<Individual>> fronts = Fronts.of(candidates);
    for (List<Individual> front : fronts) {
      int room = count - selected.size();
      if (front.size() <= room) {
        selected.addAll(front);
      } else if (room > 0) {
        selected.addAll(fill(fronts.get(0), selected, front, room));
      }
    }
    return selected;
  }

  private static List<Individual> fill(
      List<Individual> first, List<Individual> selected, List<Individual> front, int room) {
    int objectives = first.get(0).losses().length;
    List<double[]> lines = ReferencePoints.atMost(selected.size() + room, objectives);
    Hyperplane plane = Hyperplane.of(first);
    int[] members = new int[lines.size()];
    for (Individual individual : selected) {
      members[Niche.of(individual, plane, lines).line()]++;
    }
    List<Niche> left = new ArrayList<>();
    front.forEach(individual -> left.add(Niche.of(individual, plane, lines)));
    Niche[] chosen = new Niche[room];
    Arrays.setAll(chosen, k -> take(left, members));
    return Arrays.stream(chosen).map(Niche::individual).toList();
  }

  private static Niche take(List<Niche> left, int[] members) {
    Niche best = left.get(0);
    for (Niche niche : left) {
      int fewer = Integer.compare(members[niche.line()], members[best.line()]);
      if (fewer < 0 || (fewer == 0 && niche.distance() < best.distance())) {
        best = niche;
      }
    }
    left.remove(best);
    members[best.line()]++;
    return best;
  }

  /** An individual with the reference line nearest to it. */
  private record Niche(Individual individual, int line, double distance) {

    static Niche of(Individual individual, Hyperplane plane, List<double[]> lines) {
      double[] point = plane.normalized(individual);
      int nearest = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k < lines.size(); k++) {
        double distance = perpendicular(point, lines.get(k));
        if (distance < least) {
          least = distance;
          nearest = k;
        }
      }
      return new Niche(individual, nearest, least);
    }

    /** Squared, from a point to a line through the origin. */
    private static double perpendicular(double[] point, double[] direction) {
      double along = 0;
      double length = 0;
      double square = 0;
      for (int m = 0; m < point.length; m++) {
        along += point[m] * direction[m];
        length += direction[m] * direction[m];
        square += point[m] * point[m];
      }
      return Math.max(0, square - along * along / length);
    }
  }
}
