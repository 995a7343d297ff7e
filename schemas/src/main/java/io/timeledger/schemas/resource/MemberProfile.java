package io.timeledger.schemas.resource;

import io.timeledger.schemas.id.UserId;
import io.timeledger.schemas.id.WorkspaceId;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the private member topic holds: what must never stand in an event, and what the API needs
/// to authenticate without a database. A tombstone erases it.
///
/// @param name null when erased or never given
/// @param email null when erased or never given
/// @param onlyTeams the teams whose members alone the member reaches beside themselves; null
///     unless the workspace limits them so: see [ManagerScope]
public record MemberProfile(
    WorkspaceId workspaceId,
    UserId userId,
    @Nullable String name,
    @Nullable String email,
    Role role,
    ZoneId timezone,
    List<String> teams,
    boolean active,
    @Nullable List<String> onlyTeams) {}
