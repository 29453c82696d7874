package org.hone.api.recipe;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One array of a layer's parameters, as live views: writing to them changes the run.
 *
 * @param layer its name
 * @param key what it is to the layer, such as {@code W} or {@code b}
 * @param weight its current value
 * @param gradient of the same shape; the batch mean while gradient stages run
 */
public record ParameterView(String layer, String key, INDArray weight, INDArray gradient) {}
