package org.hone.engine.data;

import java.util.Arrays;
import java.util.List;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.IdxFile;
import org.hone.engine.data.file.Pixels;
import org.hone.engine.data.file.Sha256;

/** Reads a {@link Dataset} from two IDX files: images and labels. */
final class IdxReader {
  private IdxReader() {}

  static Dataset read(DataSource source, Form.Idx form) {
    DataFile file = new DataFile(source.file());
    DataFile labelFile = new DataFile(source.file().resolveSibling(form.labels()));
    List<Pixels> images = IdxFile.read(file).images();
    int[] labels = IdxFile.read(labelFile).numbers();
    if (labels.length != images.size()) {
      throw labelFile.error(
          "has %d labels, but %s has %d images"
              .formatted(labels.length, file.name(), images.size()));
    }
    Target target =
        RowLabels.target(
            new Place(labelFile, "label", 0),
            Arrays.stream(labels).mapToObj(Integer::toString).toList(),
            source.goal());
    Pixels first = images.get(0);
    Images features =
        new Images(
            InputShape.image(first.height(), first.width(), first.channels()),
            false,
            images.stream().map(Pixels::values).toList());
    String sum =
        new Sha256().with("images", file.sha256()).with("labels", labelFile.sha256()).sum();
    return new Dataset(file, sum, features, target, target.remarks());
  }
}
