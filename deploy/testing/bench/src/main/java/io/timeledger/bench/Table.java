package io.timeledger.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A Markdown table with aligned columns.
public final class Table {
  private final String title;
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String title, String... headings) {
    this.title = title;
    rows.add(List.of(headings));
  }

  public void row(Object... cells) {
    rows.add(IntStream.range(0, cells.length).mapToObj(i -> text(cells[i])).toList());
  }

  public void print(PrintStream out) {
    int[] widths =
        IntStream.range(0, rows.getFirst().size())
            .map(c -> rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
            .toArray();
    out.printf("%n### %s%n%n%s%n", title, line(rows.getFirst(), widths));
    out.println(
        IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(" | ", "| ", " |")));
    rows.stream().skip(1).forEach(row -> out.println(line(row, widths)));
    out.flush();
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String text(Object cell) {
    return cell instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : "" + cell;
  }
}
