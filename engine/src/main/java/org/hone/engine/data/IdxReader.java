package org.hone.engine.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.Cell;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.IdxFile;
import org.hone.engine.data.file.Pixels;
import org.hone.engine.data.file.Sha256;

/**
 * Reads a {@link Dataset} from two IDX files: images and labels. Rows of validation and test may
 * lie in two more each, whose labels go by the name that MNIST gives them.
 */
final class IdxReader {
  private final DataSource source;
  private final List<Pixels> images = new ArrayList<>();
  private final List<Cell> labels = new ArrayList<>();
  private final PartHashes parts = new PartHashes();
  private final Sha256 sum = new Sha256();

  private IdxReader(DataSource source) {
    this.source = source;
  }

  static Dataset read(DataSource source, Form.Idx form) {
    return new IdxReader(source).read(source.file().resolveSibling(form.labels()));
  }

  private Dataset read(Path labelsOfFirst) {
    DataFile file = new DataFile(source.file());
    int dealt = read("", file, new DataFile(labelsOfFirst));
    int validation =
        source.validation().map(path -> readMore(PartHashes.VALIDATION, path)).orElse(0);
    int test = source.test().map(path -> readMore(PartHashes.TEST, path)).orElse(0);
    Place place = new Place(new DataFile(labelsOfFirst), "label", 0);
    Target target = RowLabels.target(place, labels, source, dealt);
    Pixels first = images.get(0);
    Images features =
        new Images(
            InputShape.image(first.height(), first.width(), first.channels()),
            false,
            images.stream().map(Pixels::values).toList());
    return new Dataset(
        file, sum.sum(), features, target, Division.of(target, validation, test), target.remarks());
  }

  private int readMore(String part, Path path) {
    String name = String.valueOf(path.getFileName());
    String ofLabels = name.replace("images", "labels").replace("idx3", "idx1");
    if (ofLabels.equals(name)) {
      throw new DataFile(path)
          .error(
              "its labels are looked for in a file named alike, with 'labels' for 'images'; but"
                  + " there is no 'images' in its name");
    }
    DataFile labelFile = new DataFile(path.resolveSibling(ofLabels));
    if (!Files.exists(labelFile.path())) {
      throw labelFile.error(
          "there is no such file, where the labels of %s are looked for".formatted(name),
          Optional.of(part));
    }
    return read(part, new DataFile(path), labelFile);
  }

  /** How many rows there are. */
  private int read(String part, DataFile file, DataFile labelFile) {
    List<Pixels> more = IdxFile.read(file).images();
    int[] numbers = IdxFile.read(labelFile).numbers();
    if (numbers.length != more.size()) {
      throw labelFile.error(
          "has %d labels, but %s has %d images"
              .formatted(numbers.length, file.name(), more.size()));
    }
    images.addAll(more);
    if (!more.get(0).hasSizeOf(images.get(0))
        || more.get(0).channels() != images.get(0).channels()) {
      throw file.error(
          "holds images of %s in %d channels, but those to train on are of %s in %d"
              .formatted(
                  more.get(0).size(),
                  more.get(0).channels(),
                  images.get(0).size(),
                  images.get(0).channels()));
    }
    Arrays.stream(numbers)
        .mapToObj(number -> Cell.of(labelFile, Sighting.SOMEWHERE, Integer.toString(number)))
        .forEach(labels::add);
    String sha256 = file.sha256();
    parts.requireOther(part, file, sha256);
    String prefix = part.isEmpty() ? "" : part + " ";
    sum.with(prefix + "images", sha256).with(prefix + "labels", labelFile.sha256());
    return more.size();
  }
}
