package org.hone.plugins.compression;

import java.util.List;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Run;

/** The arrays that hold nearly all of a network's numbers: weights, not biases or gains. */
final class Matrices {
  private Matrices() {}

  static List<ParameterView> of(Run run) {
    return run.views().stream().filter(Matrices::isMatrix).toList();
  }

  private static boolean isMatrix(ParameterView view) {
    return view.weight().rank() >= 2 && view.weight().size(0) > 1;
  }
}
