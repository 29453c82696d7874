package org.hone.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.hone.search.space.CategoricalDistribution.Nothing;

/** Values as indented JSON. */
final class JsonText {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .registerModule(new SimpleModule().addSerializer(new NothingIsNull()));

  private JsonText() {}

  static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static final class NothingIsNull extends StdSerializer<Nothing> {
    private static final long serialVersionUID = 1;

    NothingIsNull() {
      super(Nothing.class);
    }

    @Override
    public void serialize(Nothing nothing, JsonGenerator json, SerializerProvider ignored)
        throws IOException {
      json.writeNull();
    }
  }
}
