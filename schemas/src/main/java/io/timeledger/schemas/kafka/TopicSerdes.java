package io.timeledger.schemas.kafka;

import io.timeledger.schemas.calendar.BlockMark;
import io.timeledger.schemas.calendar.BlockRecord;
import io.timeledger.schemas.calendar.CalendarCommand;
import io.timeledger.schemas.calendar.CalendarEnvelope;
import io.timeledger.schemas.calendar.CalendarReply;
import io.timeledger.schemas.command.CommandEnvelope;
import io.timeledger.schemas.event.Event;
import io.timeledger.schemas.json.CommandCodec;
import io.timeledger.schemas.json.ControlCodec;
import io.timeledger.schemas.json.EventCodec;
import io.timeledger.schemas.json.RecordCodec;
import io.timeledger.schemas.json.ReplyCodec;
import io.timeledger.schemas.reply.Reply;
import io.timeledger.schemas.resource.ActivitySlot;
import io.timeledger.schemas.resource.Rollup;
import io.timeledger.schemas.resource.Timesheet;
import io.timeledger.schemas.restricted.ConnectionGrant;
import io.timeledger.schemas.restricted.ConnectionSecret;
import io.timeledger.schemas.restricted.MemberProfile;
import io.timeledger.schemas.restricted.RequestOrigin;
import io.timeledger.schemas.restricted.TokenRecord;
import io.timeledger.schemas.restricted.TokenUsage;
import io.timeledger.schemas.restricted.WebhookSecrets;
import io.timeledger.schemas.webhook.DeliveryOutcome;
import io.timeledger.schemas.webhook.DispatchCommand;
import io.timeledger.schemas.webhook.DispatchEnvelope;
import io.timeledger.schemas.webhook.DispatchReply;

/// The serde of each topic.
public final class TopicSerdes {
  public static final CodecSerde<CommandEnvelope> COMMANDS = new CodecSerde<>(new CommandCodec());
  public static final CodecSerde<Reply> REPLIES = new CodecSerde<>(new ReplyCodec());
  public static final CodecSerde<Event> EVENTS = new CodecSerde<>(new EventCodec());
  public static final CodecSerde<Timesheet> TIMESHEETS = of(Timesheet.class);
  public static final CodecSerde<Rollup> ROLLUPS = of(Rollup.class);
  public static final CodecSerde<ActivitySlot> ACTIVITIES = of(ActivitySlot.class);
  public static final CodecSerde<TokenRecord> TOKENS = of(TokenRecord.class);
  public static final CodecSerde<MemberProfile> MEMBERS = of(MemberProfile.class);
  public static final CodecSerde<TokenUsage> TOKEN_USAGE = of(TokenUsage.class);
  public static final CodecSerde<RequestOrigin> REQUEST_INFO = of(RequestOrigin.class);

  /// For keys of webhooks; see [RecordKeys#isOfConnection].
  public static final CodecSerde<WebhookSecrets> SECRETS = of(WebhookSecrets.class);
  /// For keys of connections on the same topic.
  public static final CodecSerde<ConnectionSecret> CONNECTION_SECRETS = of(ConnectionSecret.class);
  public static final CodecSerde<DispatchEnvelope> WEBHOOK_COMMANDS =
      new CodecSerde<>(
          new ControlCodec<>(DispatchEnvelope.class, DispatchCommand.class, DispatchEnvelope::new));
  public static final CodecSerde<DispatchReply> WEBHOOK_REPLIES = of(DispatchReply.class);
  public static final CodecSerde<DeliveryOutcome> WEBHOOK_OUTCOMES = of(DeliveryOutcome.class);
  public static final CodecSerde<CalendarEnvelope> CALENDAR_COMMANDS =
      new CodecSerde<>(
          new ControlCodec<>(CalendarEnvelope.class, CalendarCommand.class, CalendarEnvelope::new));
  public static final CodecSerde<CalendarReply> CALENDAR_REPLIES = of(CalendarReply.class);
  public static final CodecSerde<ConnectionGrant> CONNECTION_TOKENS = of(ConnectionGrant.class);
  public static final CodecSerde<BlockMark> CALENDAR_MARKS = of(BlockMark.class);
  public static final CodecSerde<BlockRecord> CALENDAR_BLOCKS = of(BlockRecord.class);

  private TopicSerdes() {}

  private static <T> CodecSerde<T> of(Class<T> type) {
    return new CodecSerde<>(new RecordCodec<>(type));
  }
}
