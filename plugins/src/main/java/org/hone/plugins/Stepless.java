package org.hone.plugins;

import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.hone.api.recipe.Site;

/**
 * Hidden layers whose output is not one of steps. Steps may be padding, which Deeplearning4j's own
 * batch norm and dropout layers count like any other.
 */
public final class Stepless {
  private Stepless() {}

  /** Whether it is dense, or a convolution of images. */
  public static boolean isHidden(Site site) {
    return site.kind() == Site.Kind.DENSE || isConvolution(site);
  }

  /** Whether it is a convolution of images. */
  public static boolean isConvolution(Site site) {
    return site.kind() == Site.Kind.CONVOLUTION && !(site.layer() instanceof Convolution1DLayer);
  }
}
