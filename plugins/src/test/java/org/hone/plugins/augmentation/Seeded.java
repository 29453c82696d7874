package org.hone.plugins.augmentation;

import java.util.List;
import java.util.Optional;
import org.hone.api.recipe.Batch;
import org.hone.api.recipe.Inference;
import org.hone.api.recipe.ParameterView;
import org.hone.api.recipe.Progress;
import org.hone.api.recipe.RandomState;
import org.hone.api.recipe.Run;
import org.hone.api.recipe.Synonyms;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A run that goes on drawing where it stopped. */
record Seeded(Run run, RandomState random, Synonyms synonyms) implements Run {
  @Override
  public INDArray weights() {
    return run.weights();
  }

  @Override
  public INDArray gradients() {
    return run.gradients();
  }

  @Override
  public List<ParameterView> views() {
    return run.views();
  }

  @Override
  public INDArray inputGradients(Batch batch) {
    return run.inputGradients(batch);
  }

  @Override
  public INDArray state(String name, long... shape) {
    return run.state(name, shape);
  }

  @Override
  public INDArray trainingLabels() {
    return run.trainingLabels();
  }

  @Override
  public Progress progress() {
    return run.progress();
  }

  @Override
  public Optional<Inference> teacher() {
    return run.teacher();
  }
}
