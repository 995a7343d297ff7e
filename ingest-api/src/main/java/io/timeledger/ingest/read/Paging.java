package io.timeledger.ingest.read;

import static io.timeledger.schemas.reply.ErrorCode.INVALID_PARAMETER;

import io.timeledger.ingest.web.error.ApiException;
import io.timeledger.ingest.web.query.QueryRanges;
import org.jspecify.annotations.Nullable;

/// The requested part of a list: a page by number, with the total, or the rows after a cursor,
/// which neither skips nor repeats while rows come and go.
///
/// @param sort a field, with `-` before it for descending
public record Paging(
    @Nullable Integer page,
    @Nullable Integer limit,
    @Nullable String cursor,
    @Nullable String sort) {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;
  private static final int MAX_PAGE = 10_000;

  public Paging {
    QueryRanges.requireBetween("limit", limit, 1, MAX_LIMIT);
    QueryRanges.requireBetween("page", page, 1, MAX_PAGE);
    if (page != null && cursor != null) {
      throw ApiException.of(
          INVALID_PARAMETER, "cursor", "A list is paged by page or by cursor, not by both.");
    }
  }

  public int limitOrDefault() {
    return limit == null ? DEFAULT_LIMIT : limit;
  }

  public int offset() {
    return page == null ? 0 : (page - 1) * limitOrDefault();
  }
}
