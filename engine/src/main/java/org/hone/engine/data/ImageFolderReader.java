package org.hone.engine.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.ImageFile;
import org.hone.engine.data.file.Loaded;
import org.hone.engine.data.file.Pixels;

/** Reads a {@link Dataset} from a folder of images. */
final class ImageFolderReader {
  /** Without more images than these, a class of them may have lost too much. */
  private static final double MOST_UNREADABLE = 0.05;

  private final DataFile folder;
  private final ClassFolders<Pixels> folders;
  private final Form.ImageFolder form;

  private ImageFolderReader(DataSource source, Form.ImageFolder form) {
    this.folder = new DataFile(source.file());
    this.form = form;
    this.folders =
        new ClassFolders<>(source, ImageFile::tree, (file, bytes) -> decode(bytes, form));
  }

  static Dataset read(DataSource source, Form.ImageFolder form) {
    return new ImageFolderReader(source, form).read();
  }

  private Dataset read() {
    List<Loaded<Pixels>> loaded = folders.loaded();
    List<String> warnings = new ArrayList<>(folders.remarks());
    if (form.skipsUnreadable()) {
      skipped(loaded).ifPresent(warnings::add);
    } else {
      Loaded.contents(loaded, "; remove it, or say skip-unreadable: true");
    }
    Target target = folders.target();
    warnings.addAll(target.remarks());
    return new Dataset(
        folder,
        folders.sha256(),
        images(Loaded.readable(loaded)),
        target,
        folders.division(target),
        warnings);
  }

  private static Pixels decode(byte[] bytes, Form.ImageFolder form) throws IOException {
    Pixels image = ImageFile.decode(bytes);
    return form.shape()
        .map(
            shape ->
                image
                    .withChannels(ImageCoding.channels(shape))
                    .scaledTo(shape.sizes().get(0), shape.sizes().get(1)))
        .orElse(image);
  }

  /**
   * What to say of images that cannot be read.
   *
   * @throws DataException if they are not few
   */
  private Optional<String> skipped(List<Loaded<Pixels>> loaded) {
    List<String> problems =
        loaded.stream()
            .flatMap(one -> one.problem().stream())
            .map(problem -> String.valueOf(problem.getMessage()))
            .toList();
    if (problems.size() > MOST_UNREADABLE * loaded.size()) {
      throw folder.error(
          "%d of %d images cannot be read, and no more than %.0f %% may be skipped; the first: %s"
              .formatted(problems.size(), loaded.size(), 100 * MOST_UNREADABLE, problems.get(0)));
    }
    return problems.stream()
        .findFirst()
        .map(
            first ->
                "%d of %d images are skipped; the first: %s"
                    .formatted(problems.size(), loaded.size(), first));
  }

  private Images images(List<Loaded<Pixels>> loaded) {
    List<Pixels> images = loaded.stream().flatMap(one -> one.content().stream()).toList();
    Pixels first = images.get(0);
    for (int i = 0; i < images.size(); i++) {
      if (!images.get(i).hasSizeOf(first)) {
        throw loaded
            .get(i)
            .file()
            .error(
                "is %s, but %s is %s; give a shape [height, width, channels], to which all are scaled"
                    .formatted(
                        images.get(i).size(), folders.name(loaded.get(0).file()), first.size()));
      }
    }
    int channels = images.stream().mapToInt(Pixels::channels).max().orElse(1);
    return new Images(
        InputShape.image(first.height(), first.width(), channels),
        form.shape().isPresent(),
        images.stream().map(image -> image.withChannels(channels).values()).toList());
  }
}
