/** What data files hold: cells of CSV, images, IDX arrays, texts, folders of them. */
@NullMarked
package org.hone.engine.data.file;

import org.jspecify.annotations.NullMarked;
