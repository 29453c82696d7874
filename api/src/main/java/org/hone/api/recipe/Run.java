package org.hone.api.recipe;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One training while it runs, as gradient stages, weight rules and augmentations see it. Arrays are
 * live views. Not thread-safe; belongs to the thread that trains.
 */
public interface Run {

  /** All parameters, flat, [n]. Batch-norm statistics have a place in it. */
  INDArray weights();

  /**
   * The gradient of the current step, flat, [n], the mean over the batch. At the places of
   * batch-norm statistics it is zero, and what is written there has no effect.
   */
  INDArray gradients();

  /**
   * The trainable arrays one by one, in the order of {@link #weights}; without batch-norm
   * statistics.
   */
  List<ParameterView> views();

  /**
   * The gradient of the batch's mean loss with respect to its features; leaves {@link #gradients}
   * undefined.
   */
  INDArray inputGradients(Batch batch);

  /** The array kept under this name, zero when first asked for; part of a checkpoint. */
  INDArray state(String name, long... shape);

  /**
   * The labels of all training rows, [rows, classes], [rows, labels] or [rows, targets], in the
   * units of the data; not to be changed.
   */
  INDArray trainingLabels();

  /** Which words of the training's texts mean the same, if anybody said so. */
  default Synonyms synonyms() {
    return Synonyms.none();
  }

  /** How far the training has come. */
  Progress progress();

  /** The only source of randomness. */
  RandomState random();

  /**
   * The teacher of a distillation. Asked for the inputs of a batch as they came, unchanged, it does
   * not predict again but remembers.
   */
  Optional<Inference> teacher();
}
