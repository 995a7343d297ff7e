package io.timeledger.acceptance.check;

/// A reply on `time.replies.v1`.
///
/// @param outcome what it says, equal for equal outcomes
record ObservedReply(String workspace, String commandId, String outcome) {}
