package io.timeledger.schemas.visibility;

import io.timeledger.schemas.event.EventType;
import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.json.Json;
import io.timeledger.schemas.resource.Include;
import io.timeledger.schemas.resource.Permission;
import io.timeledger.schemas.resource.ResourceType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Removes fields that a viewer may not see. A removed field is absent, not null: null says that
/// there is no value. Also removes unknown fields, which a newer release may have added, because
/// their visibility is unknown.
public final class Redactor {
  private static final Map<ResourceType, Fields> FIELDS =
      Arrays.stream(ResourceType.values())
          .collect(Collectors.toUnmodifiableMap(type -> type, Redactor::fieldsOf));

  /// @param names all that the resource has
  /// @param rules of fields with restricted visibility
  private record Fields(Set<String> names, Map<String, FieldRule> rules) {}

  private Redactor() {}

  /// @param resource changed in place
  public static void redact(ResourceType type, ObjectNode resource, Viewer viewer) {
    hide(type, resource, viewer, isOwner(resource, viewer));
  }

  /// Reduces a resource to what a webhook carries: what every reader of it sees, plus included
  /// rates and costs. A webhook never counts as the owner.
  ///
  /// @param resource changed in place
  public static void redactForWebhook(
      ResourceType type, ObjectNode resource, Set<Include> includes) {
    Fields fields = fields(type);
    resource.retain(fields.names());
    fields
        .rules()
        .forEach(
            (field, rule) -> {
              if (rule.included() == null || !includes.contains(rule.included())) {
                resource.remove(field);
              }
            });
  }

  /// Whether the viewer may see the event at all; otherwise the feed shows it as `hidden`.
  ///
  /// @throws IllegalArgumentException when its type is unknown
  public static boolean mayRead(ObjectNode event, Viewer viewer) {
    return switch (EventType.of(event.required("event").asString()).subject()) {
      case TIME_ENTRY, TIMESHEET, OVERTIME, RATE_PREVIEW ->
          viewer.seesTimeOf(new UserId(event.required("data").required("user_id").asString()));
      case MEMBER ->
          viewer.seesTimeOf(new UserId(event.required("data").required("id").asString()));
      case TOKEN -> viewer.may(Permission.ADMIN) || isOwner(event.required("data"), viewer);
      case CONNECTION ->
          viewer.may(Permission.ADMIN) || isOwnCalendar(event.required("data"), viewer);
      case CALENDAR_RULE ->
          event.required("data").path("user_id").isString()
              ? isOwnCalendar(event.required("data"), viewer)
              : viewer.may(Permission.SETTINGS);
      case RATE, INVOICE, INVOICE_LINE -> viewer.may(Permission.RATES);
      case WEBHOOK -> viewer.may(Permission.WEBHOOKS);
      case DENIAL -> viewer.may(Permission.AUDIT);
      case APPROVAL_ROUTE, RULE, CONTACT -> viewer.may(Permission.SETTINGS);
      case PROJECT, TASK, CLIENT, TEAM, SETTINGS, WORKSPACE -> viewer.may(Permission.READ);
    };
  }

  /// @param event changed in place: `data` and `previous`. Its hash stays, and so no longer matches
  ///     what the viewer sees.
  public static void redactEvent(ObjectNode event, Viewer viewer) {
    ResourceType type = EventType.of(event.required("event").asString()).subject();
    ObjectNode data = (ObjectNode) event.required("data");
    JsonNode previous = event.path("previous");
    boolean isOwner = isOwner(data, viewer);
    if (previous instanceof ObjectNode fields) {
      // Only the former owner of a moved entry sees its former values.
      hide(type, fields, viewer, isOwner && !fields.has("user_id"));
      hideUnknown(type, fields, viewer);
    }
    hide(type, data, viewer, isOwner);
    hideUnknown(type, data, viewer);
  }

  private static void hide(ResourceType type, ObjectNode resource, Viewer viewer, boolean isOwner) {
    fields(type)
        .rules()
        .forEach(
            (field, rule) -> {
              if (!rule.allows(viewer, isOwner)) {
                resource.remove(field);
              }
            });
  }

  /// Administrators see the event as it was sealed.
  private static void hideUnknown(ResourceType type, ObjectNode fields, Viewer viewer) {
    if (!viewer.may(Permission.ADMIN)) {
      fields.retain(fields(type).names());
    }
  }

  private static Fields fields(ResourceType type) {
    return Objects.requireNonNull(FIELDS.get(type));
  }

  private static boolean isOwner(JsonNode resource, Viewer viewer) {
    return viewer.userId().value().equals(resource.path("user_id").asString(""));
  }

  private static boolean isOwnCalendar(JsonNode resource, Viewer viewer) {
    return viewer.may(Permission.CALENDAR) && isOwner(resource, viewer);
  }

  private static Fields fieldsOf(ResourceType type) {
    Map<String, FieldRule> rules = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, JsonNode> field : schemaOf(type).required("properties").properties()) {
      names.add(field.getKey());
      String visibility = field.getValue().required("x-visibility").asString();
      if (!visibility.equals("all")) {
        Permission needed = visibility.equals("private") ? null : Permission.of(visibility);
        rules.put(
            field.getKey(),
            new FieldRule(
                needed,
                field.getValue().path("x-visible-to-owner").asBoolean(false),
                needed == Permission.RATES ? includedBy(field.getValue()) : null));
      }
    }
    return new Fields(Set.copyOf(names), Map.copyOf(rules));
  }

  private static Include includedBy(JsonNode field) {
    return Include.valueOf(field.path("x-include").asString("rates").toUpperCase(Locale.ROOT));
  }

  private static JsonNode schemaOf(ResourceType type) {
    String resource = "/timeledger/schemas/resource/" + type.wireName() + ".schema.json";
    try (InputStream in = Redactor.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing " + resource);
      }
      return Json.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
