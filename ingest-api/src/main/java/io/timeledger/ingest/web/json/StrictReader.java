package io.timeledger.ingest.web.json;

import static io.timeledger.schemas.reply.ErrorCode.UNKNOWN_FIELD;
import static io.timeledger.schemas.reply.ErrorCode.WRONG_TYPE;

import io.timeledger.ingest.web.error.AnswerCode;
import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.schemas.json.BrokenRuleException;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.reply.ErrorCode;
import io.timeledger.schemas.reply.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Converts an object to a record, or reports every invalid field.
///
/// @param wrong the code for a value of the wrong type or form
public record StrictReader(JsonMapper mapper, ErrorCode wrong) {

  public <T> T read(ObjectNode json, Class<T> type) {
    try {
      return mapper.treeToValue(json, type);
    } catch (JacksonException e) {
      throw new ApiException(problem(json, type, e));
    }
  }

  private Problem problem(ObjectNode json, Class<?> type, JacksonException first) {
    Set<String> known = WireNames.of(type);
    List<Problem.Detail> details = new ArrayList<>();
    json.forEachEntry((name, value) -> check(name, value, type, known, details));
    if (details.isEmpty()) {
      details.addAll(details(first));
    }
    ErrorCode code = AnswerCode.of(details, wrong);
    Problem.Detail worst =
        details.stream()
            .filter(detail -> detail.code().equals(code.wireName()))
            .findFirst()
            .orElse(details.getFirst());
    return new Problem(code, worst.field() + ": " + worst.message(), details);
  }

  private void check(
      String name, JsonNode value, Class<?> type, Set<String> known, List<Problem.Detail> details) {
    if (!known.contains(name)) {
      details.add(unknown(name));
      return;
    }
    ObjectNode alone = Json.MAPPER.createObjectNode();
    alone.set(name, value);
    try {
      mapper.treeToValue(alone, type);
    } catch (JacksonException e) {
      details.addAll(details(e));
    }
  }

  /// A record that rejects its values reports which one, and why.
  private List<Problem.Detail> details(JacksonException e) {
    String path = JsonPaths.of(e);
    if (e.getCause() instanceof ApiException refusal) {
      Problem problem = refusal.problem();
      return path.isEmpty() ? problem.details() : problem.within(path);
    }
    return List.of(
        switch (e) {
          case UnrecognizedPropertyException _ -> unknown(path);
          case BrokenRuleException broken when wrong == WRONG_TYPE ->
              new Problem.Detail(path, broken.code(), broken.rule());
          default -> new Problem.Detail(path, wrong.wireName(), TypeErrorMessages.of(e));
        });
  }

  private static Problem.Detail unknown(String path) {
    return new Problem.Detail(path, UNKNOWN_FIELD.wireName(), "Unknown field.");
  }
}
