package org.hone.search.sampler.evolution;

import org.hone.search.sampler.Sampler;

class Nsga3SamplerTest implements EvolutionContract {
  @Override
  public Sampler sampler() {
    return new Nsga3Sampler();
  }
}
