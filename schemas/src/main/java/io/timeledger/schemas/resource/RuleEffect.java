package io.timeledger.schemas.resource;

/// The effect of an automation rule on a matching entry.
public enum RuleEffect {
  /// Adds the tags of the rule.
  TAG,
  /// Flags the entry for review, with `rule:` and the rule's id as the reason.
  REVIEW,
  /// Refuses the entry. A timer stop is never refused; it is flagged for review instead.
  REJECT,
  /// Marks the entry. A timesheet without an approval route whose entries are all marked, and none
  /// flagged for review, is approved on submission.
  AUTO_APPROVE
}
