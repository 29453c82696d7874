package org.hone.plugins.augmentation;

import java.util.Map;
import java.util.stream.Stream;
import org.hone.plugins.Effect;
import org.hone.plugins.Effects;
import org.hone.plugins.Glyphs;
import org.hone.plugins.Glyphs.View;
import org.hone.plugins.NoisyRows;
import org.hone.plugins.Planted;

class ImageEffectsTest implements Effects {
  private static final Planted MIRRORED =
      Glyphs.misledBy(View.mirrored(false), View.mirrored(true));
  private static final Planted TURNED = Glyphs.misledBy(View.turned(-15), View.turned(15));
  private static final Planted SHIFTED = Glyphs.misledBy(View.shifted(-1), View.shifted(1));
  private static final Planted SCALED = Glyphs.misledBy(View.scaled(0.8), View.scaled(1.3));
  private static final Planted LIT = Glyphs.misledBy(View.lit(0.4), View.lit(1.6));
  private static final Planted SPOTTED = Glyphs.thenAs(View.spotted(2, 1), View.spotted(0, 1));

  @Override
  public Stream<Effect> effects() {
    return Stream.of(
        new Effect(new Flip(), Map.of("probability", 0.5), MIRRORED, 0.6),
        new Effect(new Rotation(), Map.of("degrees", 45.0), TURNED, 0.6),
        new Effect(new Crop(), Map.of("padding", 0.2), SHIFTED, 0.85),
        new Effect(new ShiftScale(), Map.of("shift", 0.2, "scale", 0.01), SHIFTED, 0.8),
        new Effect(new ShiftScale(), Map.of("shift", 0.01, "scale", 0.4), SCALED, 0.6),
        new Effect(new ColorJitter(), Map.of("brightness", 0.7, "contrast", 0.2), LIT, 0.6),
        new Effect(new RandomErasing(), Map.of("probability", 1.0), SPOTTED, 0.6),
        new Effect(new Cutout(), Map.of("share", 0.3), SPOTTED, 0.6),
        new Effect(new CutMix(), Map.of("probability", 1.0), SPOTTED, 0.6),
        new Effect(new RandAugment(), Map.of("magnitude", 5.0), SHIFTED, 0.6),
        new Effect(new Mixup(), Map.of("alpha", 1.0), NoisyRows.TABLE, 0.75));
  }
}
