package io.timeledger.streams.projector.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.timeledger.embedded.TestDatabase;
import io.timeledger.embedded.TestPlatform;
import io.timeledger.schemas.json.Json;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.SQLStateClass;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/// Rows arrive the same by both ways.
class JsonInsertIT {
  private static final Table<?> COPIES = table(name("copies"));
  private static final Field<String> TEXT = field(name("text"), SQLDataType.CLOB);
  private static final Field<String[]> TEXTS = field(name("texts"), SQLDataType.CLOB.array());
  private static final Field<JSONB> JSON = field(name("json"), SQLDataType.JSONB);
  private static final Field<Integer[]> NUMBERS =
      field(name("numbers"), SQLDataType.INTEGER.array());
  private static final List<Field<?>> COLUMNS = List.of(TEXT, TEXTS, JSON, NUMBERS);

  private Connection connection;
  private DSLContext sql;

  @BeforeEach
  void connect() throws SQLException {
    TestDatabase database = TestPlatform.shared().newDatabase();
    connection =
        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    sql = DSL.using(connection, SQLDialect.POSTGRES);
  }

  @AfterEach
  void disconnect() throws SQLException {
    connection.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a\"b",
        "a\\b",
        "\\",
        "\\u0000",
        "a\\\\u0000",
        "{a,b}",
        "NULL",
        "a,'b",
        "\n\t",
        "\r\n\\.\n",
        "\\N",
        "\\t",
        "ü😀"
      })
  void arriveAsTheyWere(String text) {
    Record received = received(row(text));

    assertThat(received.get(TEXT)).isEqualTo(text);
    assertThat(received.get(TEXTS)).containsExactly(text, "other");
    assertThat(Json.MAPPER.readTree(received.get(JSON).data()).required("of").asString())
        .isEqualTo(text);
    assertThat(received.get(NUMBERS)).containsExactly(30, -1);
  }

  @Test
  void haveAReplacementForWhatPostgresCannotHold() {
    Record received = received(row("a\0\0\\\0\\u0000"));

    String held = "a\ufffd\ufffd\\\ufffd\\u0000";
    assertThat(received.get(TEXT)).isEqualTo(held);
    assertThat(received.get(TEXTS)).containsExactly(held, "other");
    assertThat(Json.MAPPER.readTree(received.get(JSON).data()).required("of").asString())
        .isEqualTo(held);
  }

  @Test
  void areNullWhereTheyHaveNothing() {
    Record received = received(Json.MAPPER.createObjectNode().putNull("text"));

    assertThat(received.intoList()).containsOnlyNulls();
  }

  @Test
  void failAsOtherStatementsDo() {
    sql.createTable(COPIES).columns(TEXT).unique(TEXT).execute();
    ObjectNode row = row("twice");

    assertThatThrownBy(() -> CopyInsert.insert(sql, COPIES, List.of(TEXT), List.of(row, row)))
        .isInstanceOfSatisfying(
            DataAccessException.class,
            failure ->
                assertThat(failure.sqlStateClass())
                    .isEqualTo(SQLStateClass.C23_INTEGRITY_CONSTRAINT_VIOLATION));
    assertThat(sql.fetchCount(COPIES)).isZero();
  }

  private Record received(ObjectNode row) {
    Record sent =
        Objects.requireNonNull(sql.fetchOne(UnnestInsert.selected(COLUMNS, List.of(row))));
    assertThat(copied(row)).isEqualTo(sent);
    return sent;
  }

  private Record copied(ObjectNode row) {
    sql.createTable(COPIES).columns(COLUMNS).execute();
    CopyInsert.insert(sql, COPIES, COLUMNS, List.of(row, row));
    List<Record> copies = sql.select(COLUMNS).from(COPIES).fetch(copy -> copy);
    assertThat(copies).hasSize(2).containsOnly(copies.getFirst());
    return copies.getFirst();
  }

  private static ObjectNode row(String text) {
    ObjectNode row = Json.MAPPER.createObjectNode().put("text", text);
    row.putArray("texts").add(text).add("other");
    row.putObject("json").put("of", text);
    row.putArray("numbers").add(30).add(-1);
    return row;
  }
}
