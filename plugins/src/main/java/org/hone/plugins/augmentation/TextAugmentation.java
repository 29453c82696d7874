package org.hone.plugins.augmentation;

import org.hone.api.recipe.Recipe;
import org.hone.api.recipe.Synonyms;
import org.hone.api.technique.Citation;
import org.hone.api.technique.Slot;
import org.hone.api.technique.Technique;
import org.hone.api.training.Task;
import org.hone.search.space.ParameterValues;

/**
 * One of the easy data augmentations of texts. Each batch is changed anew, where the authors add
 * changed copies to the data once.
 *
 * @see <a href="https://arxiv.org/abs/1901.11196">Wei and Zou, EDA, EMNLP 2019, section 2</a>
 */
abstract class TextAugmentation implements Technique {
  @Override
  public final Slot slot() {
    return Slot.AUGMENTATION;
  }

  @Override
  public final Citation source() {
    return new Citation(
        "Wei and Zou",
        "EDA: Easy Data Augmentation Techniques for Boosting Performance on Text Classification"
            + " Tasks",
        2019,
        "https://arxiv.org/abs/1901.11196");
  }

  @Override
  public boolean appliesTo(Task task) {
    return Kinds.isOfText(task);
  }

  /**
   * What happens to each text.
   *
   * @param synonyms of its words
   */
  abstract TextEdit edit(ParameterValues values, Synonyms synonyms);

  @Override
  public final Recipe apply(Recipe recipe, ParameterValues values) {
    return recipe.withFeed(
        feed ->
            feed.withBatches(
                (batch, run) -> edit(values, run.synonyms()).each(batch, run.random())));
  }
}
