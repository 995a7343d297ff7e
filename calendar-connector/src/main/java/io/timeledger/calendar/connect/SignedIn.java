package io.timeledger.calendar.connect;

/// The result of an exchanged ticket: an account and the tokens for it.
public record SignedIn(Account account, GrantedTokens tokens) {}
