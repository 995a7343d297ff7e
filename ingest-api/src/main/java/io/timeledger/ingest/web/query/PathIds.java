package io.timeledger.ingest.web.query;

import io.timeledger.schemas.id.Id;
import io.timeledger.schemas.json.Json;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import tools.jackson.core.JacksonException;

/// Ids in paths, by the same rule as in bodies.
public final class PathIds implements ConverterFactory<String, Id> {

  @Override
  public <T extends Id> Converter<String, T> getConverter(Class<T> type) {
    return text -> {
      try {
        return Json.STRICT.convertValue(text, type);
      } catch (JacksonException e) {
        throw new IllegalArgumentException(e);
      }
    };
  }
}
