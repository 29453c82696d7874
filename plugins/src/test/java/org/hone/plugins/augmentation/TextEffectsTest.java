package org.hone.plugins.augmentation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.Planted;

class TextEffectsTest implements Effects {
  private static final Planted A_WORD = Sentences.thenWithout(label -> List.of(1 + label));
  private static final Planted AN_ORDER =
      Sentences.misledBy(label -> label == 0 ? List.of(1, 2) : List.of(2, 1));
  private static final Planted A_DISTANCE =
      Sentences.misledBy(label -> label == 0 ? List.of(1, 2, 3) : List.of(1, 3, 2));

  @Override
  public Stream<Effect> effects() {
    return Stream.of(
        new Effect(new TokenDeletion(), Map.of("probability", 0.5), A_WORD, 0.75),
        new Effect(new TokenSwap(), Map.of("share", 0.5), AN_ORDER, 0.75),
        new Effect(new TokenInsertion(), Map.of("share", 0.5), A_DISTANCE, 0.75));
  }
}
