package io.timeledger.schemas.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Chains that were sealed must hold for ever, so the form is held against the library that others
/// verify them with.
class CanonicalJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"b\":1,\"a\":[],\"A\":null,\"\":true}",
        "{\"peach\":\"\\u20ac\",\"1\":\"\\u000f\\n\\t\\b\\f\\r\\\"\\\\/\\u007f\",\"\\ud83d\\ude00\":\"\\ufb33\"}",
        "{\"n\":[0,-0,-1,1.0,90.50,0.1,1e21,1E-7,123456789012345678,9007199254740993,-9007199254740992]}",
        "{\"n\":[333333333.33333329,4.50,2e-3,0.000000000000000000000000001,99999999999999999999.99]}",
        "{\"a\":{\"c\":{\"b\":[1,{\"z\":0,\"y\":[[]]}]}}}"
      })
  void isWhatTheLibraryMakesOfTheSame(String json) throws IOException {
    assertSame(Json.MAPPER.readTree(json));
  }

  @Test
  void isWhatTheLibraryMakesOfAnything() throws IOException {
    Random random = new Random(8785);
    for (int i = 0; i < 3_000; i++) {
      assertSame(object(random, 3));
    }
  }

  private static void assertSame(JsonNode json) throws IOException {
    String text = Json.MAPPER.writeValueAsString(json);
    assertThat(new String(CanonicalJson.write(json), UTF_8))
        .as(text)
        .isEqualTo(new JsonCanonicalizer(text).getEncodedString());
  }

  private static ObjectNode object(Random random, int depth) {
    ObjectNode object = Json.MAPPER.createObjectNode();
    for (int i = random.nextInt(6); i > 0; i--) {
      object.set(text(random), any(random, depth));
    }
    return object;
  }

  private static JsonNode any(Random random, int depth) {
    JsonNodeFactory nodes = Json.MAPPER.getNodeFactory();
    return switch (random.nextInt(depth == 0 ? 7 : 9)) {
      case 0 -> nodes.stringNode(text(random));
      case 1 -> nodes.numberNode(random.nextInt());
      case 2 -> nodes.numberNode(random.nextLong());
      case 3 -> nodes.numberNode(new BigDecimal(BigInteger.valueOf(random.nextLong()), 4));
      case 4 -> nodes.numberNode(BigDecimal.valueOf(random.nextInt(10_000), 2));
      case 5 -> nodes.booleanNode(random.nextBoolean());
      case 6 -> nodes.nullNode();
      case 7 -> object(random, depth - 1);
      default -> {
        ArrayNode array = nodes.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(any(random, depth - 1));
        }
        yield array;
      }
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      int c = random.nextInt(4) == 0 ? random.nextInt(0x20) : random.nextInt(0x3000);
      text.appendCodePoint(random.nextInt(20) == 0 ? 0x1F600 + random.nextInt(50) : c);
    }
    return text.toString();
  }
}
