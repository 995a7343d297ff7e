package io.timeledger.schemas.kafka;

/// Record headers, all UTF-8 text. Events carry the CloudEvents attributes as `ce_*` (CloudEvents
/// Kafka protocol binding 1.0, binary mode).
public final class HeaderNames {
  /// On commands and replies: the id of the command.
  public static final String COMMAND_ID = "command_id";

  /// On commands and replies: identifies the waiting request by API instance and number, so that
  /// other readers can skip a reply without parsing it. The responder echoes it unchanged.
  public static final String API_INSTANCE = "api_instance";

  public static final String CE_SPECVERSION = "ce_specversion";
  public static final String CE_ID = "ce_id";
  public static final String CE_TYPE = "ce_type";
  public static final String CE_SOURCE = "ce_source";
  public static final String CE_TIME = "ce_time";
  public static final String CE_SUBJECT = "ce_subject";
  public static final String CE_DATASCHEMA = "ce_dataschema";
  public static final String CONTENT_TYPE = "content-type";

  /// On dead letters: why the record was not processed.
  public static final String DLQ_REASON = "dlq_reason";

  /// On dead letters: `topic-partition@offset` of the original.
  public static final String DLQ_ORIGIN = "dlq_origin";

  private HeaderNames() {}
}
