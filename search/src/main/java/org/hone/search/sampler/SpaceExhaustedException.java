package org.hone.search.sampler;

/** There is no point left to try: the normal end of an exhaustive search. */
public final class SpaceExhaustedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param sampler the id of who has tried every point
   */
  public SpaceExhaustedException(String sampler) {
    super("%s has tried every point of its space".formatted(sampler));
  }
}
