package io.timeledger.ingest.console;

/// What a build without the console shows in its place: it was made where no Node.js was.
final class AbsentPage {
  static final String TEXT =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta name="color-scheme" content="light dark">
      <title>Timeledger</title>
      <h1>This build has no console</h1>
      <p>Install Node.js 20.19 or later and start again. The REST API works without it:
      <a href="/openapi.json">its document</a>.</p>
      """;

  private AbsentPage() {}
}
