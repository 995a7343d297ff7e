package io.timeledger.streams.projector.postgres;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.impl.AbstractBinding;
import org.jspecify.annotations.Nullable;

/// Binds text arrays in binary format, by PostgreSQL's driver: jOOQ's default is a literal, in
/// which every quote of a JSON text is escaped, and unescaped by the database.
final class TextArrayBinding extends AbstractBinding<String[], String[]> {
  private static final long serialVersionUID = 1;

  @Override
  public Converter<String[], String[]> converter() {
    return Converters.identity(String[].class);
  }

  @Override
  protected void sqlBind(BindingSQLContext<String[]> context) throws SQLException {
    super.sqlBind(context);
    context.render().sql("::text[]");
  }

  @Override
  public void set(BindingSetStatementContext<@Nullable String[]> context) throws SQLException {
    context
        .statement()
        .setArray(
            context.index(),
            context.statement().getConnection().createArrayOf("text", context.value()));
  }

  @Override
  public void get(BindingGetResultSetContext<@Nullable String[]> context) throws SQLException {
    throw new SQLFeatureNotSupportedException("only for parameters");
  }
}
