package io.timeledger.local;

import io.timeledger.local.RestApi.Answer;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A workspace for trying things out: an owner, a member, a project with a rate in euros, and a
/// token for each of the two. Created over REST; the next start completes an interrupted creation.
final class DemoWorkspace {
  static final String ID = "ws_demo";
  static final String OWNER = "u_owner";
  static final String MEMBER = "u_member";

  private final RestApi api;
  private final InstallationTokens tokens;

  DemoWorkspace(RestApi api, InstallationTokens tokens) {
    this.api = api;
    this.tokens = tokens;
  }

  /// The id of the person of this first name, else the name as the id of another member.
  static String userOf(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "olivia" -> OWNER;
      case "max" -> MEMBER;
      default -> name;
    };
  }

  /// Returns whether there was anything to do.
  boolean create() throws IOException, InterruptedException {
    if (tokens.member().isPresent()) {
      return false;
    }
    String admin = tokens.admin().isPresent() ? tokens.admin().get() : createWorkspace();
    createMember(admin);
    createProject(admin);
    createRates(admin);
    createMemberToken(admin);
    return true;
  }

  private String createWorkspace() throws IOException, InterruptedException {
    Map<String, String> owner =
        Map.of("id", OWNER, "name", "Olivia Owner", "email", "olivia@example.com");
    Map<String, Object> workspace =
        Map.of("id", ID, "name", "Demo workspace", "timezone", "Europe/Berlin", "owner", owner);
    Answer answer = api.post("/workspaces", tokens.operator(), "demo-workspace", workspace);
    JsonNode secret = answer.body().at("/data/token/secret");
    if (!answer.succeeded() || !secret.isString()) {
      throw new StartFailedException(
          "cannot get the first token of %s (status %d: %s); --fresh deletes the data"
              .formatted(ID, answer.status(), answer.body().at("/error")));
    }
    tokens.keepAdmin(secret.asString());
    return secret.asString();
  }

  private void createMember(String admin) throws IOException, InterruptedException {
    expectSuccess(
        api.put(
            "/members/" + MEMBER,
            admin,
            Map.of(
                "name",
                "Max Member",
                "email",
                "max@example.com",
                "role",
                "member",
                "timezone",
                "Europe/Berlin",
                "weekly_hours",
                40)));
  }

  private void createProject(String admin) throws IOException, InterruptedException {
    expectSuccess(api.put("/projects/website", admin, Map.of("name", "Website")));
  }

  private void createRates(String admin) throws IOException, InterruptedException {
    expectSuccess(
        api.patch(
            "/time/settings", admin, Map.of("default_currency", "EUR", "default_hourly_rate", 80)));
    expectSuccess(
        api.post(
            "/time/rates",
            admin,
            "demo-rate",
            Map.of(
                "project_id",
                "website",
                "hourly_rate",
                90,
                "currency",
                "EUR",
                "effective_from",
                "2026-01-01")));
  }

  private void createMemberToken(String admin) throws IOException, InterruptedException {
    // a new key per attempt: a repeated creation would hide the secret that is still needed
    Answer answer =
        expectSuccess(
            api.post(
                "/tokens",
                admin,
                UUID.randomUUID().toString(),
                Map.of("user_id", MEMBER, "name", "demo member")));
    tokens.keepMember(answer.body().at("/data/secret").asString());
  }

  private static Answer expectSuccess(Answer answer) {
    if (!answer.succeeded()) {
      throw new StartFailedException(
          "the demo workspace cannot be set up (status %d): %s"
              .formatted(answer.status(), answer.body().at("/error")));
    }
    return answer;
  }
}
