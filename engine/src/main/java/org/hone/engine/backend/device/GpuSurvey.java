package org.hone.engine.backend.device;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What was found out about the machine's GPUs.
 *
 * @param problem why nothing, or not everything, could be found out
 */
record GpuSurvey(List<Gpu> gpus, Optional<String> problem) {
  GpuSurvey {
    gpus = List.copyOf(gpus);
  }

  /** Nothing could be found out. */
  static GpuSurvey failed(String problem) {
    return new GpuSurvey(List.of(), Optional.of(problem));
  }

  /**
   * What CUDA sees of it.
   *
   * @param visible the value of {@value DeviceChoice#VISIBLE}: positions or the beginnings of UUIDs
   */
  GpuSurvey visible(String visible) {
    List<String> words = Arrays.stream(visible.split(",", -1)).map(String::strip).toList();
    return new GpuSurvey(
        IntStream.range(0, gpus.size())
            .filter(i -> words.stream().anyMatch(word -> names(word, i)))
            .mapToObj(gpus::get)
            .toList(),
        problem);
  }

  private boolean names(String word, int position) {
    return word.equals(String.valueOf(position))
        || (word.startsWith("GPU-") && gpus.get(position).uuid().startsWith(word));
  }

  /** From nvidia-smi's answer to {@link Gpu#QUERY} as CSV without header and units. */
  static GpuSurvey parse(String answer) {
    List<String> lines = answer.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    List<Gpu> gpus = lines.stream().flatMap(line -> Gpu.parse(line).stream()).toList();
    Optional<String> odd = lines.stream().filter(line -> Gpu.parse(line).isEmpty()).findFirst();
    return new GpuSurvey(gpus, odd.map("nvidia-smi said: %s"::formatted));
  }
}
