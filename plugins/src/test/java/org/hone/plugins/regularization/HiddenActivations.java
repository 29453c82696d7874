package org.hone.plugins.regularization;

import java.util.Map;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.hone.api.recipe.Network;
import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Site;
import org.hone.api.technique.Technique;
import org.hone.plugins.Trial;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** What a technique makes of hidden activations. */
final class HiddenActivations {
  private static final Recipe PLAIN = Trial.recipe(Trial.CLASSES, new Sgd(1));

  private HiddenActivations() {}

  static Network with(Technique technique, Map<String, ?> strengths) {
    return Trial.with(technique, PLAIN, Trial.CLASSES, strengths).network();
  }

  /**
   * What the output layer's dropout makes of the same activations, many times over.
   *
   * @param input one row
   * @return [times, units]
   */
  static INDArray dropped(Network network, INDArray input, int times) {
    Nd4j.getRandom().setSeed(7);
    Layer output =
        network.sites().stream()
            .filter(site -> site.kind() == Site.Kind.OUTPUT)
            .findFirst()
            .orElseThrow()
            .layer();
    INDArray rows = Nd4j.repeat(input.reshape(1, input.length()), times);
    rows = rows.reshape(times, input.length());
    return output
        .getIDropout()
        .clone()
        .applyDropout(rows.dup(), rows.ulike(), 0, 0, LayerWorkspaceMgr.noWorkspaces());
  }

  static boolean inferenceIsTheSame(Network network) {
    INDArray features = Trial.CLASSES.validation().features();
    return Trial.graph(network)
        .outputSingle(features)
        .equals(Trial.graph(PLAIN.network()).outputSingle(features));
  }
}
