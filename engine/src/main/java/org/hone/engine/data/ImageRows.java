package org.hone.engine.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hone.api.training.InputShape;
import org.hone.engine.data.file.DataFile;
import org.hone.engine.data.file.FileTree;
import org.hone.engine.data.file.IdxFile;
import org.hone.engine.data.file.ImageFile;
import org.hone.engine.data.file.Loaded;
import org.hone.engine.data.file.Pixels;

/**
 * Images to predict: those of a folder and the folders in it, or one, or those of an IDX file.
 *
 * @param names by row
 */
record ImageRows(DataFile file, List<String> names, List<Pixels> images) {

  static ImageRows read(DataFile file) {
    if (file.isFolder()) {
      FileTree tree = ImageFile.tree(file);
      List<DataFile> files = tree.all();
      return new ImageRows(file, files.stream().map(tree::name).toList(), decoded(files));
    }
    if (ImageFile.isNamedLikeOne(file.path())) {
      String name = String.valueOf(file.path().getFileName());
      return new ImageRows(file, List.of(name), decoded(List.of(file)));
    }
    if (IdxFile.isOne(file)) {
      List<Pixels> images = IdxFile.read(file).images();
      List<String> numbers =
          IntStream.rangeClosed(1, images.size()).mapToObj(Integer::toString).toList();
      return new ImageRows(file, numbers, images);
    }
    throw file.error(
        "holds no images that the model can score; needed is a folder of images, one image (%s), or an IDX file of images"
            .formatted(ImageFile.NAMED));
  }

  private static List<Pixels> decoded(List<DataFile> files) {
    return Loaded.contents(Loaded.all(files, (file, bytes) -> ImageFile.decode(bytes)), "");
  }

  /**
   * The values of each, in the shape of the images that a model learnt from.
   *
   * @param scaled whether other sizes are scaled
   * @throws DataException at an image of another size otherwise
   */
  List<byte[]> fitted(InputShape shape, boolean scaled) {
    int height = shape.sizes().get(0);
    int width = shape.sizes().get(1);
    List<byte[]> fitted = new ArrayList<>();
    for (int row = 0; row < images.size(); row++) {
      Pixels image = images.get(row);
      if (!scaled && (image.height() != height || image.width() != width)) {
        throw file.error(
            "image %s is %s, but the model learnt from images of %d x %d"
                .formatted(names.get(row), image.size(), height, width));
      }
      Pixels inColour = image.withChannels(ImageCoding.channels(shape));
      fitted.add(inColour.scaledTo(height, width).values());
    }
    return fitted;
  }
}
