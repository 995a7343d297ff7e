package io.timeledger.ingest.webhook;

import io.timeledger.ingest.IngestProperties;
import io.timeledger.ingest.command.WriteRequest;
import io.timeledger.ingest.secret.Sealer;
import io.timeledger.ingest.url.TargetUrl;
import io.timeledger.ingest.url.TargetUrlPolicy;
import io.timeledger.ingest.web.json.FieldValidator;
import io.timeledger.schemas.command.Patch;
import io.timeledger.schemas.command.WebhookPatch;
import io.timeledger.schemas.id.WebhookId;
import io.timeledger.schemas.resource.WebhookFilter;
import io.timeledger.schemas.restricted.SealedText;
import io.timeledger.schemas.secret.SealContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Validates the form and target URL of a webhook, and encrypts its secrets; the ledger checks all
/// other rules.
final class WebhookForm {
  private static final int LONGEST_HEADER = 1024;

  private final TargetUrlPolicy targets;
  private final Sealer sealer;

  WebhookForm(IngestProperties properties, Sealer sealer) {
    this.targets =
        new TargetUrlPolicy(
            properties.webhooks().allowedHosts(), properties.webhooks().allowedNetworks());
    this.sealer = sealer;
  }

  WebhookPatch created(WriteRequest call, WebhookId id, WebhookBody body) {
    FieldValidator form = new FieldValidator();
    form.requiredText("url", body.url().value(), Integer.MAX_VALUE);
    form.required("events", body.events().value(), List.of());
    WebhookBody.Filter filter = body.filter().value();
    if (filter != null) {
      form.notEmpty("filter.project_ids", filter.projectIds());
      form.notEmpty("filter.entity_types", filter.entityTypes());
      form.notEmpty("filter.entity_ids", filter.entityIds());
    }
    form.check();
    return patch(call, id, body);
  }

  WebhookPatch changed(WriteRequest call, WebhookId id, WebhookBody body) {
    if (body.secret().present()) {
      FieldValidator form = new FieldValidator();
      form.fail("secret", "not_changeable", "Rotate it: POST …/secret/rotate.");
      form.check();
    }
    return patch(call, id, body);
  }

  private WebhookPatch patch(WriteRequest call, WebhookId id, WebhookBody body) {
    FieldValidator form = new FieldValidator();
    String url = body.url().value();
    if (url != null) {
      targets.faultOf(url).ifPresent(fault -> form.fail("url", "not_allowed", fault));
    }
    requireWhole(form, "events", body.events().value());
    requireWhole(form, "retry_delays", body.retryDelays().value());
    requireWhole(form, "include", body.include().value());
    checkHeaders(form, body.customHeaders().value());
    Patch<WebhookFilter> filter = mapped(body.filter(), asked -> filter(form, asked));
    form.check();
    return WebhookPatch.builder()
        .url(mapped(body.url(), WebhookForm::called))
        .description(body.description())
        .events(mapped(body.events(), WebhookForm::whole))
        .enabled(body.enabled())
        .retryDelays(mapped(body.retryDelays(), WebhookForm::whole))
        .payload(body.payload())
        .format(body.format())
        .ordering(body.ordering())
        .include(mapped(body.include(), include -> new LinkedHashSet<>(whole(include))))
        .maxInFlight(body.maxInFlight())
        .ratePerSecond(body.ratePerSecond())
        .customHeaders(mapped(body.customHeaders(), headers -> sealed(call, id, headers)))
        .filter(filter)
        .build();
  }

  private static String called(String url) {
    return TargetUrl.of(url) instanceof TargetUrl.Valid target ? target.text() : url;
  }

  private List<WebhookPatch.Header> sealed(
      WriteRequest call, WebhookId id, Map<String, @Nullable String> headers) {
    List<WebhookPatch.Header> sealed = new ArrayList<>();
    headers.forEach(
        (name, value) -> {
          SealContext context = SealContext.header(call.caller().workspaceId(), id, name);
          SealedText secret = value == null ? null : sealer.seal(value, context);
          sealed.add(new WebhookPatch.Header(name, secret));
        });
    return sealed;
  }

  private static void checkHeaders(
      FieldValidator form, @Nullable Map<String, @Nullable String> headers) {
    if (headers == null) {
      return;
    }
    headers.forEach(
        (name, value) -> {
          if (value != null && !isHeaderValue(value)) {
            form.fail(
                "custom_headers",
                "invalid",
                "A value has 1 to %d printable ASCII characters.".formatted(LONGEST_HEADER));
          }
        });
  }

  private static boolean isHeaderValue(String value) {
    return !value.isBlank()
        && value.length() <= LONGEST_HEADER
        && value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private static WebhookFilter filter(FieldValidator form, WebhookBody.Filter asked) {
    requireWhole(form, "filter.project_ids", asked.projectIds());
    requireWhole(form, "filter.entity_types", asked.entityTypes());
    requireWhole(form, "filter.entity_ids", asked.entityIds());
    return new WebhookFilter(
        whole(asked.projectIds()),
        Set.copyOf(whole(asked.entityTypes())),
        whole(asked.entityIds()));
  }

  private static void requireWhole(FieldValidator form, String field, @Nullable List<?> list) {
    if (list != null && list.stream().anyMatch(Objects::isNull)) {
      form.fail(field, "required", "An element is null.");
    }
  }

  /// Without nulls, which validation has already reported.
  private static <T> List<T> whole(@Nullable List<@Nullable T> list) {
    List<T> whole = new ArrayList<>();
    if (list != null) {
      for (T element : list) {
        if (element != null) {
          whole.add(element);
        }
      }
    }
    return whole;
  }

  private static <A, B> Patch<B> mapped(Patch<A> patch, Function<A, B> mapping) {
    A value = patch.value();
    if (!patch.present()) {
      return Patch.absent();
    }
    return Patch.of(value == null ? null : mapping.apply(value));
  }
}
