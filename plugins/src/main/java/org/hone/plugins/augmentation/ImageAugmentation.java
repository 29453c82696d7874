package org.hone.plugins.augmentation;

import org.hone.api.recipe.Recipe;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;

/** Changes each image of a batch by a draw of its own, after scaling: 0 is the mean of the data. */
abstract class ImageAugmentation implements Technique {
  @Override
  public final Slot slot() {
    return Slot.AUGMENTATION;
  }

  @Override
  public final boolean appliesTo(Task task) {
    return Kinds.isOfImages(task);
  }

  /** What happens to each image. */
  abstract ImageEdit edit(ParameterValues values);

  @Override
  public final Recipe apply(Recipe recipe, ParameterValues values) {
    ImageEdit edit = edit(values);
    return recipe.withFeed(
        feed -> feed.withBatches((batch, run) -> edit.each(batch, run.random())));
  }
}
