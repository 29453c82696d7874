package org.hone.search.sampler.evolution;

import org.hone.search.sampler.Sampler;

class Nsga2SamplerTest implements EvolutionContract {
  @Override
  public Sampler sampler() {
    return new Nsga2Sampler();
  }
}
