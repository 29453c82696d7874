package org.hone.plugins.augmentation;

import java.util.random.RandomGenerator;
import org.hone.api.recipe.Batch;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A change of one image, drawn at random. */
@FunctionalInterface
interface ImageEdit {

  /** The changed image; the given one stays as it is. */
  Image apply(Image image, RandomGenerator random);

  /** The batch with each image changed by a draw of its own; labels stay as they are. */
  default Batch each(Batch batch, RandomGenerator random) {
    INDArray features = batch.features();
    int length = Math.toIntExact(features.length() / features.size(0));
    long[] shape = {features.size(1), features.size(2), features.size(3)};
    float[] all = features.castTo(DataType.FLOAT).dup('c').data().asFloat();
    for (int row = 0; row < batch.size(); row++) {
      float[] values = new float[length];
      System.arraycopy(all, row * length, values, 0, length);
      Image changed = apply(new Image(values, shape), random);
      System.arraycopy(changed.values(), 0, all, row * length, length);
    }
    return batch.withFeatures(Nd4j.create(all, features.shape(), 'c').castTo(features.dataType()));
  }
}
